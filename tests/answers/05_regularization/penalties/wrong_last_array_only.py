"""The sum starts again with every array.

check: l2_penalty
hint: only the last array counted
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    for w in weights:
        total = (w**2).sum()
    return lam / 2 * total


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
