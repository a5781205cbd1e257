"""rng.choice, percentiles."""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.choice(len(y), len(y), replace=True)
        if y[rows].min() < y[rows].max():
            values.append(metric(y[rows], scores[rows]))
    tail = 50 * (1 - level)
    return tuple(np.percentile(values, [tail, 100 - tail]))
