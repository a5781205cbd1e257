"""A ReLU of w - t.

check: weights on both sides of the threshold
hint: negative weights were set to zero
"""


def soft_threshold(w, t):
    return np.maximum(w - t, 0)
