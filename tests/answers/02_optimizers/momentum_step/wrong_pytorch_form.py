"""PyTorch's form: the velocity holds plain gradients, the rate comes in when theta moves.

check: one step from a moving start
hint: that is PyTorch's form
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = beta * velocity + grad
    return theta - lr * velocity, velocity
