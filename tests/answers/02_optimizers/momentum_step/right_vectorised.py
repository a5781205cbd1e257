"""Two whole-array operations."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    new_velocity = np.subtract(beta * velocity, lr * grad)
    return np.add(theta, new_velocity), new_velocity
