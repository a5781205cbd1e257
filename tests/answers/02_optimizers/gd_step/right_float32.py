"""Single precision."""


def gd_step(theta, grad, lr):
    return np.asarray(theta, dtype=np.float32) - np.float32(lr) * np.asarray(grad, dtype=np.float32)
