"""One noise for all copies.

check: the noise: deviation sigma on every feature, drawn for each copy and feature on its own
hint: each time anew
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    noise = rng.normal(0, sigma, len(x))
    for _ in range(n):
        noisy = x + noise
        values.append(stats.spearmanr(own, explain(noisy)).statistic)
    return np.mean(values)
