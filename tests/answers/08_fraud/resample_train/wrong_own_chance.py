"""A generator of its own.

check: chance comes from rng
hint: pass rng on to smote
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds, n_new, 5, np.random.default_rng(0))
    return np.vstack([X_train, new]), np.concatenate([y_train, np.ones(n_new, dtype=int)])
