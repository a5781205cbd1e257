"""math.sqrt for each entry works for vectors alone.

check: fifty steps equal Keras' Adam
hint: stopped with TypeError
"""

import math


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    new_theta, new_m, new_v = theta.copy(), m.copy(), v.copy()
    for i in range(len(theta)):
        new_m[i] = beta1 * m[i] + (1 - beta1) * grad[i]
        new_v[i] = beta2 * v[i] + (1 - beta2) * grad[i] ** 2
        new_theta[i] -= lr * new_m[i] / (1 - beta1**t) / (math.sqrt(new_v[i] / (1 - beta2**t)) + eps)
    return new_theta, new_m, new_v
