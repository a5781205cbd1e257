"""Negative weights move down too.

check: weights on both sides of the threshold
hint: t was subtracted from negative weights too
"""


def soft_threshold(w, t):
    return np.where(np.abs(w) > t, w - t, 0.0)
