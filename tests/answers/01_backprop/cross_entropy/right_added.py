"""1e-12 is added instead of clipped: the same but for the twelfth digit."""


def cross_entropy(probs, labels):
    return -np.log(probs[range(len(labels)), labels] + 1e-12).mean()
