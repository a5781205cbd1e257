"""One number for all features.

check: the noise is normal around x, sigma wide, another one for every feature and copy
hint: all features got the same noise
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal()
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
