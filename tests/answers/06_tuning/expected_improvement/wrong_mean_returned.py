"""The mean over the candidates.

check: three candidates against a best loss of 0.3
hint: expected shape (3,)
"""


def expected_improvement(mu, sigma, best):
    z = (best - mu) / np.maximum(sigma, 1e-12)
    return np.mean((best - mu) * stats.norm.cdf(z) + sigma * stats.norm.pdf(z))
