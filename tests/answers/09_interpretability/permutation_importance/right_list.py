"""One working copy that is mended after each column; a list comes back."""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    work, base, result = X.copy(), score_fn(X, y), []
    for j in range(X.shape[1]):
        total = 0.0
        for _ in range(n_repeats):
            work[:, j] = X[np.argsort(rng.random(len(X))), j]
            total += base - score_fn(work, y)
        work[:, j] = X[:, j]
        result.append(total / n_repeats)
    return result
