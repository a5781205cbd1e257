"""dw first.

check: at w = 0 every p is 1/2
hint: the right values in the wrong order
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return X.T @ (p - y) / len(y), np.mean(p - y), loss
