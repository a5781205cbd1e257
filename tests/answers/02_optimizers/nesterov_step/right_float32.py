"""Single precision."""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    theta, velocity = np.asarray(theta, dtype=np.float32), np.asarray(velocity, dtype=np.float32)
    lr, beta = np.float32(lr), np.float32(beta)
    velocity = beta * velocity - lr * np.asarray(grad_fn(theta + beta * velocity), dtype=np.float32)
    return theta + velocity, velocity
