"""Pearson's correlation of absolute values.

check: the mean of Spearman's rank correlation with the explanation of x
hint: Pearson's correlation of absolute values
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(np.corrcoef(np.abs(own), np.abs(explain(noisy)))[0, 1])
    return np.mean(values)
