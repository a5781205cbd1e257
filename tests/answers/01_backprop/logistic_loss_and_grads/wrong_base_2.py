"""Bits instead of nats.

check: at w = 0 every p is 1/2
hint: the logarithm has base 2
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
