"""With dense_backward-like sums on a column, flattened at the end."""


def logistic_loss_and_grads(w, b, X, y):
    z = X @ w.reshape(-1, 1) + b
    p = sigmoid(z)
    y = y.reshape(-1, 1)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    delta = (p - y) / len(X)
    return float(loss), (X.T @ delta).ravel(), float(delta.sum())
