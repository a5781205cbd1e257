"""A list of rows, with float32 distances."""


def smote(X_minority, n_new, k, rng):
    rows = X_minority.astype("float32")
    far = ((rows[:, None] - rows[None]) ** 2).sum(axis=2)
    neighbours = [[j for j in np.argsort(line) if j != i][:k] for i, line in enumerate(far)]
    new = []
    for start in rng.integers(len(rows), size=n_new):
        end = neighbours[start][rng.integers(len(neighbours[start]))]
        new.append(X_minority[start] + rng.random() * (X_minority[end] - X_minority[start]))
    return np.reshape(new, (n_new, X_minority.shape[1]))
