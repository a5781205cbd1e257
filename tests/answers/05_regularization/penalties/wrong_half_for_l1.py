"""The factor 1/2 for L1 too.

check: l1_penalty
hint: the factor 1/2 belongs to L2 only
"""


def l1_penalty(weights, lam):
    return lam / 2 * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
