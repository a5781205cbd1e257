"""Frauds and honest claims are drawn apart.

check: labels and scores are drawn anew each time, as often as n says
hint: the share of frauds never changes
"""


def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    values, frauds, honest = [], np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    for _ in range(n):
        rows = np.concatenate([rng.choice(frauds, len(frauds)), rng.choice(honest, len(honest))])
        values.append(metric(y[rows], scores[rows]))

    return np.quantile(values, (1 - level) / 2), np.quantile(values, (1 + level) / 2)
