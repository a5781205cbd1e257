"""x is compared with itself too.

check: the mean of Spearman's rank correlation with the explanation of x
hint: x is compared with itself too
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = [1.0]
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
