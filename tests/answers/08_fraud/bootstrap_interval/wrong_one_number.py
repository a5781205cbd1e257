"""The width.

check: the interval of a mean: 1.96 standard errors to either side
hint: return two numbers
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))
    return np.quantile(values, 0.975) - np.quantile(values, 0.025)
