"""The default of lr was changed to 0.01.

check: the default rate and betas are the usual ones
hint: first difference at index
"""


def adam_step(theta, grad, m, v, t, lr=1e-2, beta1=0.9, beta2=0.999, eps=1e-7):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v
