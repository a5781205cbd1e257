"""An activation is added.

check: forward: two rows, three inputs, two units
hint: tanh was added
"""


def dense_forward(x, W, b):
    return np.tanh(x @ W + b)


def dense_backward(delta, x, W):
    return delta @ W.T, x.T @ delta, delta.sum(axis=0)
