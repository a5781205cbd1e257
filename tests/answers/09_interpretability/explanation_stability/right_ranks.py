"""Pearson's correlation of ranks."""


def explanation_stability(explain, x, rng, sigma, n=10):
    ranks = lambda explanation: stats.rankdata(explanation)
    own = ranks(explain(x))
    noisy = rng.normal(x, sigma, size=(n, len(x)))
    return float(sum(np.corrcoef(own, ranks(explain(row)))[0, 1] for row in noisy) / n)
