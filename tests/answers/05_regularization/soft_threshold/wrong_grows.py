"""Weights move away from zero.

check: weights on both sides of the threshold
hint: weights move away from zero
"""


def soft_threshold(w, t):
    return np.where(np.abs(w) > t, w + t * np.sign(w), 0.0)
