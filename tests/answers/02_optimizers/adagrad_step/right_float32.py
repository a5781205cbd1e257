"""Single precision."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    theta, grad, accum = (np.asarray(array, dtype=np.float32) for array in (theta, grad, accum))
    accum = accum + grad**2
    return theta - np.float32(lr) * grad / (np.sqrt(accum) + np.float32(eps)), accum
