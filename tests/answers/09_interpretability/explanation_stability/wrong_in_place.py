"""The noise is added to x itself.

check: x is left alone
hint: argument 1 was changed in place
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        x += sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(x)).statistic)
    return np.mean(values)
