"""One number for all features.

check: the noise: deviation sigma on every feature, drawn for each copy and feature on its own
hint: all features of a copy got the same noise
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal()
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
