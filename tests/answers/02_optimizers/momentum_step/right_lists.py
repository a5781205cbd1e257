"""A list of two lists comes back."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = [beta * v - lr * g for v, g in zip(velocity, grad, strict=True)]
    return [[x + v for x, v in zip(theta, velocity, strict=True)], velocity]
