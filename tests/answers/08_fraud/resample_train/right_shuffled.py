"""Shuffled afterwards; keywords."""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = smote(X_minority=frauds, n_new=n_new, k=5, rng=rng)
    X, y = np.vstack([X_train, new]), np.append(y_train, [1] * n_new)
    order = rng.permutation(len(y))
    return X[order], y[order]
