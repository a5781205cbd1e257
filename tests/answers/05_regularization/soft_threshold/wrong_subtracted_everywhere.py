"""t is subtracted everywhere.

check: weights on both sides of the threshold
hint: t was subtracted everywhere
"""


def soft_threshold(w, t):
    return w - t
