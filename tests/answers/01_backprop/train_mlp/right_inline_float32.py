"""Single precision, with the gradients written out."""


def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    X, lr = X.astype(np.float32), np.float32(lr)
    k = int(np.max(labels)) + 1
    W1 = rng.normal(0, 0.3, (X.shape[1], n_hidden)).astype(np.float32)
    W2 = rng.normal(0, 0.3, (n_hidden, k)).astype(np.float32)
    b1, b2 = np.zeros(n_hidden, np.float32), np.zeros(k, np.float32)
    losses = []
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        total = 0.0
        for start in range(0, len(X), batch_size):
            rows = order[start : start + batch_size]
            x, y = X[rows], labels[rows]
            h = np.maximum(x @ W1 + b1, 0)
            p = softmax(h @ W2 + b2)
            total -= float(np.log(p[np.arange(len(y)), y]).sum())
            delta = p.copy()
            delta[np.arange(len(y)), y] -= 1
            delta /= np.float32(len(y))
            back = (delta @ W2.T) * (h > 0)
            W2, b2 = W2 - lr * (h.T @ delta), b2 - lr * delta.sum(axis=0)
            W1, b1 = W1 - lr * (x.T @ back), b1 - lr * back.sum(axis=0)
        losses.append(total / len(X))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, losses
