"""A list of two lists comes back."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = [s + g**2 for s, g in zip(accum, grad, strict=True)]
    theta = [x - lr * g / (s**0.5 + eps) for x, g, s in zip(theta, grad, accum, strict=True)]
    return [theta, accum]
