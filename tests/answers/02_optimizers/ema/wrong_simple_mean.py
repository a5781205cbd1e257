"""The plain mean of the values so far.

check: three values without the correction
hint: expected [1, 2.9, 5.61], got [10, 15, 20]
"""


def ema(values, beta, bias_correction=True):
    return np.array([np.mean(values[:t], axis=0) for t in range(1, len(values) + 1)])
