"""Inside, the velocity points uphill and is subtracted; its sign is turned before it is returned."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    uphill = beta * -velocity + lr * grad
    return theta - uphill, -uphill
