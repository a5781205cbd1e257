"""delta @ W, which fits only a square layer.

check: backward: dx, dW and db of the same layer
hint: stopped with ValueError
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    return delta @ W, x.T @ delta, delta.sum(axis=0)
