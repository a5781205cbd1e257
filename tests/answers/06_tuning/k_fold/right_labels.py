"""A shuffled label for every row says which fold validates it."""


def k_fold(n, k, rng):
    fold_of = rng.permutation(np.arange(n) % k)
    return [(np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)) for i in range(k)]
