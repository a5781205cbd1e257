"""Squeezes X and y, and a single row loses its axis.

check: n = 1, d = 3: TensorFlow finds the same
hint: does not have enough dimensions
"""


def logistic_loss_and_grads(w, b, X, y):
    X, y = np.squeeze(X), np.squeeze(y)
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(np.maximum(p, 1e-12)) + (1 - y) * np.log(np.maximum(1 - p, 1e-12)))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
