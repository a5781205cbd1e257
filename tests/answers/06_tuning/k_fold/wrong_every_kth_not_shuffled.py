"""Every k-th row without shuffling.

check: the rows are shuffled
hint: every third row in turn
"""


def k_fold(n, k, rng):
    return [(np.flatnonzero(np.arange(n) % k != i), np.arange(i, n, k)) for i in range(k)]
