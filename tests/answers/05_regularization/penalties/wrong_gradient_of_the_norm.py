"""The gradient of the norm without its square.

check: l2_gradient: a list of arrays
hint: that is the gradient of the norm
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [lam * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    length = np.sqrt(sum((w**2).sum() for w in weights))
    return [lam * w / length for w in weights]
