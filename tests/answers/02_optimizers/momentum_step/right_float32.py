"""Single precision."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    theta, grad, velocity = (np.asarray(array, dtype=np.float32) for array in (theta, grad, velocity))
    velocity = np.float32(beta) * velocity - np.float32(lr) * grad
    return theta + velocity, velocity
