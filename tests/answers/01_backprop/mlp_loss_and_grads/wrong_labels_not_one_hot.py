"""The number of the class is subtracted from all its probabilities.

check: all parameters 0: the network guesses, and only b2 has a slope
hint: make the labels one-hot rows first
"""


def mlp_loss_and_grads(params, X, labels):
    n = len(X)
    z1 = X @ params["W1"] + params["b1"]
    h = np.maximum(z1, 0)
    scores = h @ params["W2"] + params["b2"]
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(np.maximum(p[np.arange(n), labels], 1e-12)))
    delta2 = (p - labels[:, None]) / n
    delta1 = (delta2 @ params["W2"].T) * (z1 > 0)
    grads = {"W1": X.T @ delta1, "b1": delta1.sum(axis=0), "W2": h.T @ delta2, "b2": delta2.sum(axis=0)}
    return loss, grads
