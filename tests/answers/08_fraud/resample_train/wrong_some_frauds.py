"""Half of the frauds go to smote.

check: smote gets all frauds, no honest claim, and k = 5
hint: expected shape
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds[: len(frauds) // 2], n_new, 5, rng)
    return np.vstack([X_train, new]), np.concatenate([y_train, np.ones(n_new, dtype=int)])
