"""The velocity is clipped, so that the ball never reaches its top speed.

check: under a steady slope the velocity reaches -lr * grad / (1 - beta)
hint: expected [-1], got [-0.5]
"""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    velocity = np.clip(beta * velocity - lr * grad, -0.5, 0.5)
    return theta + velocity, velocity
