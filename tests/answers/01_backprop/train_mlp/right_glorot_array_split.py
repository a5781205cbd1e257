"""Glorot's uniform weights; batches cut by numbers of the places, the loss weighted by rows."""


def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    n, d = X.shape
    k = labels.max() + 1
    params = {
        "W1": rng.uniform(-1, 1, (d, n_hidden)) * np.sqrt(6 / (d + n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.uniform(-1, 1, (n_hidden, k)) * np.sqrt(6 / (n_hidden + k)),
        "b2": np.zeros(k),
    }
    losses = []
    for _ in range(n_epochs):
        order = rng.permutation(n)
        batch_losses = []
        for rows in np.split(order, range(batch_size, n, batch_size)):
            loss, grads = mlp_loss_and_grads(params, X[rows], labels[rows])
            params = {name: params[name] - lr * grads[name] for name in params}
            batch_losses.append(loss * len(rows) / n)
        losses.append(float(sum(batch_losses)))
    return params, losses
