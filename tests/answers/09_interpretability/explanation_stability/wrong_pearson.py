"""Pearson's correlation.

check: the mean of Spearman's rank correlation with the explanation of x
hint: that is Pearson's correlation: compare ranks
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(np.corrcoef(own, explain(noisy))[0, 1])
    return np.mean(values)
