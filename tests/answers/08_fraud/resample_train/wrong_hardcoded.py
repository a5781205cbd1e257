"""40 rows, or 20.

check: other ratios: 1 is as many frauds as honest claims
hint: expected [100, 100]
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = 40 if ratio == 0.5 else 20
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds, n_new, 5, rng)
    return np.vstack([X_train, new]), np.concatenate([y_train, np.ones(n_new, dtype=int)])
