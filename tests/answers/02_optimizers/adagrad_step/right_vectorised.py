"""Whole-array operations, eps outside the root."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = np.add(accum, np.square(grad))
    rate = lr / (np.sqrt(accum) + eps)
    return theta - rate * grad, accum
