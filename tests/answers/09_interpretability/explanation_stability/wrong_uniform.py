"""Noise between 0 and sigma.

check: the noise: deviation sigma on every feature, drawn for each copy and feature on its own
hint: with sigma = 0.3 the copies deviate from x by
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.random(len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
