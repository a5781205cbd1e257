"""b is forgotten in the scores.

check: three rows with p = 3/4, 1/4 and 3/4
hint: b is missing in the scores
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y), np.mean(p - y)
