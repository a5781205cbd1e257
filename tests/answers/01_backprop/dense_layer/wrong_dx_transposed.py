"""dx has the inputs first.

check: backward: dx, dW and db of the same layer
hint: dx is transposed
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    return W @ delta.T, x.T @ delta, delta.sum(axis=0)
