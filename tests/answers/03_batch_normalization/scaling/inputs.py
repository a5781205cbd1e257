"""Training rows, some columns of them constant, and rows to scale."""


def inputs(rng):
    n, m, d = rng.integers(1, 6, size=3)
    X_train = rng.normal(size=(n, d)) * rng.integers(0, 2, size=d)
    X = rng.normal(size=(m, d))
    return {"min_max_scale": (X_train, X), "standardize": (X_train, X)}
