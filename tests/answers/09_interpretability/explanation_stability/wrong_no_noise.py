"""No noise.

check: ten noisy copies of x are explained, and as many as n says
hint: no noise was added
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x.copy()
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
