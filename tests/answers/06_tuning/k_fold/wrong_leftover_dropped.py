"""n // k rows per part: the leftover is never validated.

check: 11 rows by 3: every row is validated exactly once
hint: use the leftover rows
"""


def k_fold(n, k, rng):
    order, size = rng.permutation(n), n // k
    parts = [order[i * size : (i + 1) * size] for i in range(k)]
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
