"""All rows at once."""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    draws = rng.integers(len(y), size=(n, len(y)))
    draws = [rows for rows in draws if len(set(y[rows])) == 2]
    return np.quantile([metric(y[rows], scores[rows]) for rows in draws], [(1 - level) / 2, (1 + level) / 2])
