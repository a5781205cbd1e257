"""Loops over every weight."""


def l1_penalty(weights, lam):
    total = 0.0
    for w in weights:
        for value in w.flat:
            total += abs(value)
    return lam * total


def l2_penalty(weights, lam):
    total = 0.0
    for w in weights:
        for value in w.flat:
            total += value * value
    return 0.5 * lam * total


def l1_gradient(weights, lam):
    gradient = []
    for w in weights:
        slope = np.zeros(w.shape)
        for index in np.ndindex(w.shape):
            if w[index] > 0:
                slope[index] = lam
            elif w[index] < 0:
                slope[index] = -lam
        gradient.append(slope)
    return gradient


def l2_gradient(weights, lam):
    gradient = []
    for w in weights:
        gradient.append(w.copy())
        gradient[-1] *= lam
    return gradient
