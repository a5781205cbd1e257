"""0.9 is written into the body and beta1 is ignored.

check: other betas
hint: first difference at index
"""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    m = 0.9 * m + 0.1 * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return theta - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v
