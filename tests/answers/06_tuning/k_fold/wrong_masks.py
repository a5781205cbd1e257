"""Masks instead of row numbers.

check: 12 rows by 3: validation parts of 4, the other 8 for training
hint: row numbers must be
"""


def k_fold(n, k, rng):
    fold_of = rng.permutation(np.arange(n) % k)
    return [(fold_of != i, fold_of == i) for i in range(k)]
