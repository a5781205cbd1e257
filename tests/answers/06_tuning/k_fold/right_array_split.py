"""array_split and setdiff1d."""


def k_fold(n, k, rng):
    parts = np.array_split(rng.permutation(n), k)
    return [(np.setdiff1d(np.arange(n), part), part) for part in parts]
