"""eps inside the root, as Keras has it."""


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = accum + grad * grad
    return theta - lr * grad * (accum + eps) ** -0.5, accum
