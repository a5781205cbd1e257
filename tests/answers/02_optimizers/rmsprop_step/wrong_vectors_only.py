"""math.sqrt for each entry works for vectors alone.

check: twenty steps equal Keras' RMSprop
hint: stopped with TypeError
"""

import math


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    mean_square = [rho * s + (1 - rho) * g**2 for s, g in zip(mean_square, grad, strict=True)]
    theta = [x - lr * g / (math.sqrt(s) + eps) for x, g, s in zip(theta, grad, mean_square, strict=True)]
    return np.array(theta), np.array(mean_square)
