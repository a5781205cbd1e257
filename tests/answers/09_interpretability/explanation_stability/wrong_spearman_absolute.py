"""The signs are thrown away.

check: the mean of Spearman's rank correlation with the explanation of x
hint: the signs were thrown away
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(np.abs(own), np.abs(explain(noisy))).statistic)
    return np.mean(values)
