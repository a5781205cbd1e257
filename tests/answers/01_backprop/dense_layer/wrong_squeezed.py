"""Squeezes what comes out, and a single row loses its axis.

check: n = 1, d_in = 2, d_out = 5: TensorFlow finds the same
hint: expected shape (1, 5), got (5,)
"""


def dense_forward(x, W, b):
    return np.squeeze(x @ W + b)


def dense_backward(delta, x, W):
    return np.squeeze(delta @ W.T), np.squeeze(x.T @ delta), delta.sum(axis=0)
