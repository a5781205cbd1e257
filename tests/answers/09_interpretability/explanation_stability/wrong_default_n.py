"""Twenty copies if nothing is said.

check: ten noisy copies of x are explained, and as many as n says
hint: expected 10, got 20
"""


def explanation_stability(explain, x, rng, sigma, n=20):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
