"""Each copy is noisier than the one before.

check: the noise: deviation sigma on every feature, drawn for each copy and feature on its own
hint: with sigma = 0.3 the copies deviate from x by
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values, noisy = [], x
    for _ in range(n):
        noisy = noisy + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
