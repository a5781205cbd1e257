"""n − 1 copies.

check: ten noisy copies of x are explained, and as many as n says
hint: expected 10, got 9
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n - 1):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
