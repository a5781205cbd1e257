"""In place, but on copies, with an extra keyword whose default changes nothing."""


def momentum_step(theta, grad, velocity, lr, beta=0.9, dampening=0.0):
    theta, velocity = np.copy(theta), np.copy(velocity)
    velocity *= beta
    velocity -= lr * (1 - dampening) * grad
    theta += velocity
    return theta, velocity
