"""The original frauds are replaced.

check: 10 frauds, 100 honest claims, ratio 0.5: 50 frauds
hint: the original frauds are missing
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0)) - len(frauds)
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds, n_new, 5, rng)
    return np.vstack([X_train[y_train == 0], new]), np.append(np.zeros(np.sum(y_train == 0)), np.ones(n_new))
