"""A difference of two ReLUs."""


def soft_threshold(w, t):
    return np.maximum(w - t, 0) - np.maximum(-w - t, 0)
