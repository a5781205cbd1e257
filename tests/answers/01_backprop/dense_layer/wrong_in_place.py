"""delta is scaled in place.

check: the inputs are left alone
hint: was changed in place
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    delta *= 1.5
    delta /= 1.5
    delta += 1e-13
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
