"""Draws of one class are kept.

check: draws of one class only are left out
hint: rows of one class only
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if True:
            values.append(metric(y[rows], scores[rows]))

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
