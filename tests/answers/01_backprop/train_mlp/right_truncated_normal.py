"""Weights drawn until they lie within two deviations; batches by a while loop."""


def draw(rng, shape, scale=0.1):
    weights = rng.normal(0, scale, shape)
    while (far := np.abs(weights) > 2 * scale).any():
        weights[far] = rng.normal(0, scale, far.sum())
    return weights


def train_mlp(X, labels, n_hidden, lr, n_epochs, batch_size, rng):
    n, d = X.shape
    k = labels.max() + 1
    params = {
        "W1": draw(rng, (d, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": draw(rng, (n_hidden, k)),
        "b2": np.zeros(k),
    }
    losses = []
    for _ in range(n_epochs):
        order = rng.permutation(n)
        batch_losses = []
        while len(order):
            rows, order = order[:batch_size], order[batch_size:]
            loss, grads = mlp_loss_and_grads(params, X[rows], labels[rows])
            params = {name: params[name] - lr * grads[name] for name in params}
            batch_losses.append(loss)
        losses.append(np.mean(batch_losses))
    return params, losses
