"""A new random split for each fold: some rows are never validated.

check: 11 rows by 3: every row is validated exactly once
hint: use the leftover rows
"""


def k_fold(n, k, rng):
    folds = []
    for _ in range(k):
        order = rng.permutation(n)
        folds.append((order[n // k :], order[: n // k]))
    return folds
