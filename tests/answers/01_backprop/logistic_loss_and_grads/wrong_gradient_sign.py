"""y - p for p - y.

check: at w = 0 every p is 1/2
hint: the gradients point downhill
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (y - p) / len(y), np.mean(y - p)
