"""Only the classes that occur are counted.

check: the weights start random and small, the biases at 0
hint: stopped with IndexError
"""


def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    n, d = X.shape
    k = len(np.unique(labels))
    params = {
        "W1": rng.normal(0, np.sqrt(2 / d), (d, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, np.sqrt(2 / n_hidden), (n_hidden, k)),
        "b2": np.zeros(k),
    }
    losses = []
    for _ in range(n_epochs):
        order = rng.permutation(n)
        batch_losses = []
        for start in range(0, n, batch_size):
            rows = order[start : start + batch_size]
            loss, grads = mlp_loss_and_grads(params, X[rows], labels[rows])
            params = {name: params[name] - lr * grads[name] for name in params}
            batch_losses.append(loss)
        losses.append(np.mean(batch_losses))
    return params, losses
