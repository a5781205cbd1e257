"""Honest claims, frauds, new frauds."""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    n_new = max(n_new, 0)
    new = smote(frauds, n_new, 5, rng)
    X = np.concatenate([X_train[y_train == 0], frauds, new])
    return X, (np.arange(len(X)) >= np.sum(y_train == 0)).astype(float)
