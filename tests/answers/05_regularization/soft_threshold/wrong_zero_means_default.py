"""A threshold of 0 is taken for none given.

check: t = 0 changes nothing
hint: first difference
"""


def soft_threshold(w, t):
    t = t or 0.5
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)
