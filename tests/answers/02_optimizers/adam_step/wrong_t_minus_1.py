"""The correction is one step behind and divides by zero at the first step.

check: step 3, with some history and beta2 = 0.5
hint: the correction is one step behind
"""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_corrected, v_corrected = m / np.subtract(1, beta1 ** (t - 1)), v / np.subtract(1, beta2 ** (t - 1))
    return theta - lr * m_corrected / (np.sqrt(v_corrected) + eps), m, v
