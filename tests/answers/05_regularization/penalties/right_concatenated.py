"""Penalties of one long vector."""


def everything(weights):
    return np.concatenate([np.ravel(w) for w in weights])


def l1_penalty(weights, lam):
    return lam * np.linalg.norm(everything(weights), 1)


def l2_penalty(weights, lam):
    return lam / 2 * everything(weights) @ everything(weights)


def l1_gradient(weights, lam):
    return tuple(np.sign(w) * lam for w in weights)


def l2_gradient(weights, lam):
    return [np.multiply(w, lam) for w in weights]
