"""Deviation 0.01, updates in place, shuffled copies of the data."""


def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    n, d = X.shape
    k = labels.max() + 1
    params = {
        "W1": 0.01 * rng.standard_normal((d, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": 0.01 * rng.standard_normal((n_hidden, k)),
        "b2": np.zeros(k),
    }
    losses = []
    for _ in range(n_epochs):
        order = np.arange(n)
        rng.shuffle(order)
        X_s, labels_s = X[order], labels[order]
        batch_losses = []
        for start in range(0, n, batch_size):
            batch = slice(start, start + batch_size)
            loss, grads = mlp_loss_and_grads(params, X_s[batch], labels_s[batch])
            for name in params:
                params[name] -= lr * grads[name]
            batch_losses.append(loss)
        losses.append(np.mean(batch_losses))
    return params, losses
