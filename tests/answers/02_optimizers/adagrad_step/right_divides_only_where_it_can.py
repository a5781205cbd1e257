"""No eps at all: the division is left out where the sum is zero."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + np.abs(grad) ** 2
    scaled = np.divide(grad, np.sqrt(accum), out=np.zeros_like(accum), where=accum > 0)
    return theta - lr * scaled, accum
