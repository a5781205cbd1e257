"""Single precision."""


def logistic_loss_and_grads(w, b, X, y):
    w, X, y = (np.asarray(part, dtype=np.float32) for part in (w, X, y))
    p = 1 / (1 + np.exp(-(X @ w + np.float32(b))))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / np.float32(len(y)), np.mean(p - y)
