"""The caller's weights are changed.

check: the input is left alone
hint: was changed in place
"""


def soft_threshold(w, t):
    w[np.abs(w) <= t] = 0
    w -= t * np.sign(w)
    return w
