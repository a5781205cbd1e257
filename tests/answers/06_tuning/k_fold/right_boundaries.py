"""Boundaries of the parts by rounding; a mask picks the rest."""

import itertools


def k_fold(n, k, rng):
    order = np.arange(n)
    rng.shuffle(order)
    cuts = np.round(np.linspace(0, n, k + 1)).astype(int)
    folds = []
    for start, stop in itertools.pairwise(cuts):
        mask = np.ones(n, dtype=bool)
        mask[start:stop] = False
        folds.append((order[mask], order[start:stop]))
    return folds
