"""A smooth formula that never reaches zero.

check: small weights become exactly 0
hint: must become 0 itself
"""


def soft_threshold(w, t):
    return w * np.maximum(np.abs(w) - t, 1e-9) / np.maximum(np.abs(w), 1e-9)
