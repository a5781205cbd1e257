"""Kendall's rank correlation.

check: the mean of Spearman's rank correlation with the explanation of x
hint: that is Kendall's
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.kendalltau(own, explain(noisy)).statistic)
    return np.mean(values)
