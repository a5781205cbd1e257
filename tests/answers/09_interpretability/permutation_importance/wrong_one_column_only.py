"""The score gets the shuffled column alone.

check: each column is shuffled n_repeats times, alone, and 5 times if nothing is said
hint: give it all of X
"""


def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    base = score_fn(X, y)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(n_repeats):
            result[j] += (base - score_fn(rng.permutation(X[:, j]), y)) / n_repeats
    return result
