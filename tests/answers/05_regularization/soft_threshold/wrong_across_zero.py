"""Small weights jump across zero.

check: weights on both sides of the threshold
hint: small weights jumped across zero
"""


def soft_threshold(w, t):
    return np.sign(w) * (np.abs(w) - t)
