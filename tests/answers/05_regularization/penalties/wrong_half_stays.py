"""The 1/2 stays in the gradient.

check: l2_gradient: a list of arrays
hint: the factor 1/2 is gone after the derivative
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam / 2 * w for w in weights]
