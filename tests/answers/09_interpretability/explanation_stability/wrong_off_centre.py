"""Noise around sigma instead of around 0.

check: the noise is normal around x, sigma wide, another one for every feature and copy
hint: the copies do not lie around x
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + rng.normal(sigma, sigma, len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
