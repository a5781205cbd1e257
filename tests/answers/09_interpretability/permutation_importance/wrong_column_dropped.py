"""The column is taken away.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: give it all of X
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    return np.array([base - score_fn(np.delete(X, j, axis=1), y) for j in range(X.shape[1])])
