"""The factor p (1 - p) stays in.

check: three rows with p = 3/4, 1/4 and 3/4
hint: p (1 - p) is left in the gradient
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ ((p - y) * p * (1 - p)) / len(y), np.mean((p - y) * p * (1 - p))
