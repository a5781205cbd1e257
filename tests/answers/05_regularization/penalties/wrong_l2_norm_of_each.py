"""The norm of each array, without the square.

check: l2_penalty
hint: those are norms, one for each array
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum(np.linalg.norm(w) for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
