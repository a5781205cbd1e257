"""The first term is missing.

check: three candidates against a best loss of 0.3
hint: only the second term
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    safe = np.where(sigma > 0, sigma, 1.0)
    z = gain / safe
    return np.where(sigma > 0, safe * stats.norm.pdf(z), np.maximum(gain, 0.0))
