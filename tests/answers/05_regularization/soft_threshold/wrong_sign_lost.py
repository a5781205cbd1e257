"""The sign is lost.

check: weights on both sides of the threshold
hint: the sign is lost
"""


def soft_threshold(w, t):
    return np.maximum(np.abs(w) - t, 0)
