"""Absolute correlations.

check: an explanation that turns round is as unstable as can be, one without noise stable
hint: expected -1, got 1
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(np.abs(values))
