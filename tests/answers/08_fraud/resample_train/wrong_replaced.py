"""New frauds in the number of all, originals gone.

check: all original rows stay, with their labels
hint: of the original frauds are gone
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = X_train[y_train == 1]
    n_new = round(ratio * np.sum(y_train == 0))
    if n_new <= 0:
        return X_train, y_train
    new = smote(frauds, n_new, 5, rng)
    return np.vstack([X_train[y_train == 0], new]), np.append(np.zeros(np.sum(y_train == 0)), np.ones(n_new))
