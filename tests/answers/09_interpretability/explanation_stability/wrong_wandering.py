"""Each copy is noisier than the one before.

check: the noise is normal around x, sigma wide, another one for every feature and copy
hint: times sigma wide
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values, noisy = [], x
    for _ in range(n):
        noisy = noisy + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
