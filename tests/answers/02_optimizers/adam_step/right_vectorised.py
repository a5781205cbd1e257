"""The formulas of the text, with NumPy's function names."""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    new_m = np.add(beta1 * m, (1 - beta1) * grad)
    new_v = np.add(beta2 * v, (1 - beta2) * np.square(grad))
    step = np.divide(new_m / (1 - beta1**t), np.sqrt(new_v / (1 - beta2**t)) + eps)
    return theta - lr * step, new_m, new_v
