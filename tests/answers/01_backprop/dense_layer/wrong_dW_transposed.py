"""dW has the units first.

check: backward: dx, dW and db of the same layer
hint: dW is transposed
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    return delta @ W.T, delta.T @ x, delta.sum(axis=0)
