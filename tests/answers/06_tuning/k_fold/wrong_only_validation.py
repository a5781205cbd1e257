"""Only the validation parts.

check: 12 rows by 3: validation parts of 4, the other 8 for training
hint: each fold must be a pair
"""


def k_fold(n, k, rng):
    return np.array_split(rng.permutation(n), k)
