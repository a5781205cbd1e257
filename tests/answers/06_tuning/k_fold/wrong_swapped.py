"""Training and validation are swapped.

check: 12 rows by 3: validation parts of 4, the other 8 for training
hint: training and validation are swapped
"""


def k_fold(n, k, rng):
    parts = np.array_split(rng.permutation(n), k)
    return [(parts[i], np.concatenate(parts[:i] + parts[i + 1 :])) for i in range(k)]
