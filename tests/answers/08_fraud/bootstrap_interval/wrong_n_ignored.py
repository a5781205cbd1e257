"""Always a thousand draws.

check: labels and scores are drawn anew each time, as often as n says
hint: n=300 made 1000 draws
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(1000):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
