"""The hard threshold, which keeps |w| = t.

check: weights on both sides of the threshold
hint: and |w| = t becomes 0
"""


def soft_threshold(w, t):
    return np.where(np.abs(w) < t, 0.0, w)
