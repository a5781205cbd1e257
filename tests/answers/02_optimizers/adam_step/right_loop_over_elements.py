"""An explicit loop over the elements of any shape."""

import math


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    new_theta, new_m, new_v = (np.array(array, dtype=float) for array in (theta, m, v))
    for index in np.ndindex(new_theta.shape):
        new_m[index] = beta1 * m[index] + (1 - beta1) * grad[index]
        new_v[index] = beta2 * v[index] + (1 - beta2) * grad[index] ** 2
        m_corrected = new_m[index] / (1 - math.pow(beta1, t))
        v_corrected = new_v[index] / (1 - math.pow(beta2, t))
        new_theta[index] -= lr * m_corrected / (math.sqrt(v_corrected) + eps)
    return new_theta, new_m, new_v
