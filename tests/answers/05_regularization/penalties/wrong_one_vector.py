"""One long vector instead of a list.

check: l2_gradient: a list of arrays
hint: expected 2 values
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return np.concatenate([lam * w.ravel() for w in weights])
