"""L1 without the absolute value.

check: l1_penalty
hint: the absolute value is missing
"""


def l1_penalty(weights, lam):
    return lam * sum(w.sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
