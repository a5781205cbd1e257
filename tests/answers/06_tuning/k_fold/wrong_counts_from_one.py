"""Row numbers count from 1.

check: 11 rows by 3: every row is validated exactly once
hint: expected [0, 1, 2
"""


def k_fold(n, k, rng):
    parts = np.array_split(rng.permutation(n) + 1, k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
