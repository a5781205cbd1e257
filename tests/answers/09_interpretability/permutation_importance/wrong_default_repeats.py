"""Ten shuffles if nothing is said.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: expected [5, 5, 5], got [10, 10, 10]
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=10):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = rng.permutation(X[:, j])
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
