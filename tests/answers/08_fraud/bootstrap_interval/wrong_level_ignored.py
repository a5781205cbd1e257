"""The level is ignored.

check: other levels: the middle half, the middle 99 %
hint: expected 0.674
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))
    return np.quantile(values, 0.025), np.quantile(values, 0.975)
