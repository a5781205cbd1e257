"""Clipping for shrinking.

check: weights on both sides of the threshold
hint: that clips
"""


def soft_threshold(w, t):
    return np.clip(w, -t, t)
