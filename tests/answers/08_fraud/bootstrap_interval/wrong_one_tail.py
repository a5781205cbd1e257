"""The whole tail on either side.

check: as many tails below as above
hint: expected 0.1
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))
    return np.quantile(values, 1 - level), np.quantile(values, level)
