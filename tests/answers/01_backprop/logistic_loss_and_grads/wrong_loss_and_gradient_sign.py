"""Loss and gradients without the minus: ascent on the likelihood.

check: at w = 0 every p is 1/2
hint: the loss lacks its minus, and so do the gradients
"""


def logistic_loss_and_grads(w, b, X, y):
    p = sigmoid(X @ w + b)
    loss = np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (y - p) / len(y), np.mean(y - p)
