"""The norm without its square.

check: l2_penalty
hint: that is the norm itself: the penalty has its square
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * np.sqrt(sum((w**2).sum() for w in weights))


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
