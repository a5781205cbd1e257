"""Single precision throughout, the corrections included."""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    theta, grad, m, v = (np.asarray(array, dtype=np.float32) for array in (theta, grad, m, v))
    lr, beta1, beta2, eps, one = np.float32([lr, beta1, beta2, eps, 1])
    m = beta1 * m + (one - beta1) * grad
    v = beta2 * v + (one - beta2) * grad**2
    return theta - lr * (m / (one - beta1**t)) / (np.sqrt(v / (one - beta2**t)) + eps), m, v
