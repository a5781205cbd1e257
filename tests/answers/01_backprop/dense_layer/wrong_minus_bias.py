"""The bias as a threshold that is subtracted.

check: forward: two rows, three inputs, two units
hint: the bias was subtracted
"""


def dense_forward(x, W, b):
    return x @ W - b


def dense_backward(delta, x, W):
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
