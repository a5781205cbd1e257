"""take_along_axis picks the right classes."""


def cross_entropy(probs, labels):
    right = np.take_along_axis(probs, np.asarray(labels)[:, None], axis=1)
    return np.mean(-np.log(np.clip(right, 1e-12, None)))
