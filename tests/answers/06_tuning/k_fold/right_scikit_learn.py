"""scikit-learn's KFold, seeded by rng."""

from sklearn.model_selection import KFold


def k_fold(n, k, rng):
    return list(KFold(k, shuffle=True, random_state=int(rng.integers(2**31))).split(np.zeros(n)))
