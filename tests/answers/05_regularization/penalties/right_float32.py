"""Single precision."""


def l1_penalty(weights, lam):
    return np.float32(lam) * sum(np.abs(w.astype(np.float32)).sum() for w in weights)


def l2_penalty(weights, lam):
    return np.float32(lam) / 2 * sum((w.astype(np.float32) ** 2).sum() for w in weights)


def l1_gradient(weights, lam):
    return [np.float32(lam) * np.sign(w).astype(np.float32) for w in weights]


def l2_gradient(weights, lam):
    return [np.float32(lam) * w.astype(np.float32) for w in weights]
