"""Sums instead of means everywhere.

check: at w = 0 every p is 1/2
hint: 1/n is missing everywhere
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y), np.sum(p - y)
