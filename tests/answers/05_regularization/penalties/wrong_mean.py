"""A mean for the sum.

check: l1_penalty
hint: that is a mean
"""


def l1_penalty(weights, lam):
    return lam * np.mean(np.concatenate([np.abs(w).ravel() for w in weights]))


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
