"""t is thought to count from 0, so the correction is one step ahead.

check: the first step has length lr, whatever the size of the gradient
hint: the correction counts from 0
"""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_corrected, v_corrected = m / (1 - beta1 ** (t + 1)), v / (1 - beta2 ** (t + 1))
    return theta - lr * m_corrected / (np.sqrt(v_corrected) + eps), m, v
