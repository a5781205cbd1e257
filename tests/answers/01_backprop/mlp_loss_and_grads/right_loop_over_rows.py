"""One row at a time, added up."""


def mlp_loss_and_grads(params, X, labels):
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    grads = {name: np.zeros_like(value) for name, value in params.items()}
    loss = 0.0
    for x, label in zip(X, labels, strict=True):
        z1 = x @ W1 + b1
        h = np.where(z1 > 0, z1, 0)
        scores = h @ W2 + b2
        scores = scores - scores.max()
        p = np.exp(scores) / np.exp(scores).sum()
        loss -= np.log(max(p[label], 1e-12)) / len(X)
        p[label] -= 1
        delta2 = p / len(X)
        delta1 = (W2 @ delta2) * (z1 > 0)
        grads["W2"] += np.outer(h, delta2)
        grads["b2"] += delta2
        grads["W1"] += np.outer(x, delta1)
        grads["b1"] += delta1
    return loss, grads
