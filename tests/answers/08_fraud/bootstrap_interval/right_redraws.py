"""Draws again until there are n."""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    while len(values) < n:
        rows = rng.integers(0, len(y), len(y))
        if 0 < y[rows].sum() < len(y):
            values.append(metric(y[rows], scores[rows]))
    values.sort()
    return list(np.quantile(values, [0.5 - level / 2, 0.5 + level / 2]))
