"""The residual is multiplied into the caller's X.

check: the inputs are left alone
hint: was changed in place
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    X *= ((p - y) / len(y))[:, None]
    return loss, X.sum(axis=0), np.mean(p - y)
