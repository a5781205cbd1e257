"""Always ten copies.

check: ten noisy copies of x are explained, and as many as n says
hint: n is ignored
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(10):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
