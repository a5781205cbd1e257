"""One shuffle, scored again and again.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: the same shuffle was used again and again
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base, order = score_fn(X, y), rng.permutation(len(X))
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            rows = X.copy()
            rows[:, j] = X[order, j]
            result[j] += (base - score_fn(rows, y)) / n_repeats
    return result
