"""Row by row and feature by feature."""


def logistic_loss_and_grads(w, b, X, y):
    n, d = X.shape
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for i in range(n):
        z = b
        for j in range(d):
            z += w[j] * X[i, j]
        p = 1 / (1 + np.exp(-z))
        loss -= np.log(p) if y[i] == 1 else np.log(1 - p)
        for j in range(d):
            dw[j] += X[i, j] * (p - y[i])
        db += p - y[i]
    return loss / n, [slope / n for slope in dw], db / n
