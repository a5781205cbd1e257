"""A tuple of two lists comes back; an extra keyword changes nothing by default."""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7, centered=False):
    mean_square = [rho * s + (1 - rho) * g**2 for s, g in zip(mean_square, grad, strict=True)]
    theta = [x - lr * g / (s**0.5 + eps) for x, g, s in zip(theta, grad, mean_square, strict=True)]
    return theta, mean_square
