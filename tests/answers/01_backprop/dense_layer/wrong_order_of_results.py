"""dW first.

check: backward: dx, dW and db of the same layer
hint: the right values in the wrong order: return dx, dW, db
"""


def dense_forward(x, W, b):
    return x @ W + b


def dense_backward(delta, x, W):
    return x.T @ delta, delta @ W.T, delta.sum(axis=0)
