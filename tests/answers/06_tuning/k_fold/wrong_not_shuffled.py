"""Blocks of neighbouring rows.

check: the rows are shuffled
hint: shuffle first
"""


def k_fold(n, k, rng):
    parts = np.array_split(np.arange(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
