"""The bias is forgotten.

check: forward: two rows, three inputs, two units
hint: the bias is missing
"""


def dense_forward(x, W, b):
    return x @ W


def dense_backward(delta, x, W):
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
