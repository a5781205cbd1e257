"""The hard threshold.

check: weights on both sides of the threshold
hint: that is the hard threshold
"""


def soft_threshold(w, t):
    return np.where(np.abs(w) > t, w, 0.0)
