"""Only one split.

check: 12 rows by 3: validation parts of 4, the other 8 for training
hint: expected 3 folds, got 1
"""


def k_fold(n, k, rng):
    order = rng.permutation(n)
    return [(order[n // k :], order[: n // k])]
