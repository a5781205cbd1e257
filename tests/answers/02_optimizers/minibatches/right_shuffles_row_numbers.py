"""rng.shuffle on the row numbers, whole copies of X and y in that order, then slices."""


def minibatches(X, y, batch_size, rng):
    order = np.arange(len(X))
    rng.shuffle(order)
    X_shuffled, y_shuffled = X[order], y[order]
    for batch in range(int(np.ceil(len(X) / batch_size))):
        part = slice(batch * batch_size, (batch + 1) * batch_size)
        yield X_shuffled[part], y_shuffled[part]
