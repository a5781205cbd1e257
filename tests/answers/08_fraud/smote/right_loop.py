"""One row after the other."""


def smote(X_minority, n_new, k, rng):
    new = np.empty((n_new, X_minority.shape[1]))
    for row in new:
        start = rng.integers(len(X_minority))
        others = np.delete(np.arange(len(X_minority)), start)
        far = ((X_minority[others] - X_minority[start]) ** 2).sum(axis=1)
        end = rng.choice(others[np.argsort(far)[:k]])
        lam = rng.uniform()
        row[:] = (1 - lam) * X_minority[start] + lam * X_minority[end]
    return new
