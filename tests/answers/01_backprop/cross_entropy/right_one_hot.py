"""A sum over one-hot rows, clipped on both sides."""


def cross_entropy(probs, labels):
    one_hot = np.eye(probs.shape[1])[labels]
    return -np.sum(one_hot * np.log(np.clip(probs, 1e-12, 1 - 1e-12))) / len(labels)
