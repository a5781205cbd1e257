"""0.1 is written into the gradients.

check: gradients equal the slopes of the penalties
hint: value 1: expected
"""


def l1_penalty(weights, lam):
    return lam * sum(np.abs(w).sum() for w in weights)


def l2_penalty(weights, lam):
    return lam / 2 * sum((w**2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [0.1 * np.sign(w) for w in weights]


def l2_gradient(weights, lam):
    return [0.1 * w for w in weights]
