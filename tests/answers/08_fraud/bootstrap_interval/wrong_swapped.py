"""High before low.

check: the interval of a mean: 1.96 standard errors to either side
hint: low is larger than high
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))
    return np.quantile(values, (1 + level) / 2), np.quantile(values, (1 - level) / 2)
