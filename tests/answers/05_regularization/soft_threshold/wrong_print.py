"""The result is printed.

check: weights on both sides of the threshold
hint: got None: every path
"""


def soft_threshold(w, t):
    print(np.sign(w) * np.maximum(np.abs(w) - t, 0))
