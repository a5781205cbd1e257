"""An explicit loop over the elements of any shape."""

import math


def adagrad_step(theta, grad, accum, lr, eps=1e-8):
    new_theta, new_accum = np.empty(np.shape(theta)), np.empty(np.shape(theta))
    for index in np.ndindex(new_theta.shape):
        new_accum[index] = accum[index] + grad[index] ** 2
        new_theta[index] = theta[index] - lr * grad[index] / (math.sqrt(new_accum[index]) + eps)
    return new_theta, new_accum
