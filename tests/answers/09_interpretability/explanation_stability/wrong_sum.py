"""The correlations are added up.

check: the mean of Spearman's rank correlation with the explanation of x
hint: the correlations were added up
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.sum(values)
