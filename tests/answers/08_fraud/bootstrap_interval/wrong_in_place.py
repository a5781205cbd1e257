"""The arrays themselves are shuffled.

check: the inputs are left alone
hint: was changed in place
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if len(np.unique(y[rows])) == 2:
            values.append(metric(y[rows], scores[rows]))
    order = np.argsort(scores)
    scores[:], y[:] = scores[order], y[order]

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
