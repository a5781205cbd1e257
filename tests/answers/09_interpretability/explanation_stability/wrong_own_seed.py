"""A generator of its own.

check: all noise comes from rng
hint: another rng gave the same noise
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values, rng = [], np.random.default_rng(0)
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
