"""dx without the transpose where the shapes happen to fit.

check: n = 3, d_in = 3, d_out = 3: TensorFlow finds the same
hint: dx: expected
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    dx = delta @ W if W.shape[0] == W.shape[1] else delta @ W.T
    return dx, x.T @ delta, delta.sum(axis=0)
