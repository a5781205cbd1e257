"""NumPy's global generator.

check: all noise comes from rng
hint: expected
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * np.random.normal(size=len(x))
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
