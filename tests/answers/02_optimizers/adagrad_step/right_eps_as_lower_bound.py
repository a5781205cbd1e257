"""The root is kept from falling below eps; einsum squares."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + np.einsum("...,...->...", grad, grad)
    return theta - lr * grad / np.maximum(np.sqrt(accum), eps), accum
