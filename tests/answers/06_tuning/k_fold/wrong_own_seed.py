"""A generator with a fixed seed.

check: all randomness comes from rng
hint: another rng gave the same folds
"""


def k_fold(n, k, rng):
    parts = np.array_split(np.random.default_rng(0).permutation(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
