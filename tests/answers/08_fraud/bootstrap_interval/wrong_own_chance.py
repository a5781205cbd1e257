"""A generator of its own.

check: chance comes from rng
hint: another rng gave the same ends
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values, rng = [], np.random.default_rng(0)
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
