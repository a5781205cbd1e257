"""Frauds are repeated.

check: the new rows are made of frauds, by your smote
hint: no call of smote
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = frauds[rng.integers(len(frauds), size=n_new)]
    return np.vstack([X_train, new]), np.concatenate([y_train, np.ones(n_new, dtype=int)])
