"""Nested lists and plain sums."""


def dense_forward(x, W, b):
    n, d_in, d_out = len(x), W.shape[0], W.shape[1]
    return [[sum(x[i, k] * W[k, j] for k in range(d_in)) + b[j] for j in range(d_out)] for i in range(n)]


def dense_backward(delta, x, W):
    n, d_in, d_out = len(x), W.shape[0], W.shape[1]
    dx = [[sum(delta[i, j] * W[k, j] for j in range(d_out)) for k in range(d_in)] for i in range(n)]
    dW = [[sum(x[i, k] * delta[i, j] for i in range(n)) for j in range(d_out)] for k in range(d_in)]
    return dx, dW, [sum(delta[i, j] for i in range(n)) for j in range(d_out)]
