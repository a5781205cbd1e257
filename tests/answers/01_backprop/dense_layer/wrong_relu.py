"""ReLU is part of the layer.

check: forward: two rows, three inputs, two units
hint: relu was added
"""


def dense_forward(x, W, b):
    return np.maximum(x @ W + b, 0)


def dense_backward(delta, x, W):
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
