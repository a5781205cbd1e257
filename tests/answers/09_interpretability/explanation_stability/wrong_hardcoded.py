"""Sigma is always one of the visible checks.

check: the noise is normal around x, sigma wide, another one for every feature and copy
hint: times sigma wide
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + np.clip(sigma, 0.3, 0.7) * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
