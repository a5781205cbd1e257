"""Labels and scores are drawn apart.

check: each row keeps its score
hint: were drawn apart
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rng.integers(len(y), size=len(y))]))

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
