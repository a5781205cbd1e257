"""The formulas as they stand."""


def logistic_loss_and_grads(w, b, X, y):
    n = len(X)
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = -(1 / n) * np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    dz = p - y
    return loss, np.dot(X.T, dz) / n, np.sum(dz) / n
