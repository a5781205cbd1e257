"""The return stands inside the loop.

check: l1_penalty
hint: only the first array counted
"""


def l1_penalty(weights, lam):
    for w in weights:
        return lam * np.abs(w).sum()


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [lam * w for w in weights]
