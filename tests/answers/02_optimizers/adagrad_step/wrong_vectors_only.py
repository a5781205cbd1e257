"""math.sqrt for each entry works for vectors alone.

check: twenty steps equal Keras' Adagrad
hint: stopped with TypeError
"""

import math


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    accum = [s + g**2 for s, g in zip(accum, grad, strict=True)]
    theta = [x - lr * g / (math.sqrt(s) + eps) for x, g, s in zip(theta, grad, accum, strict=True)]
    return np.array(theta), np.array(accum)
