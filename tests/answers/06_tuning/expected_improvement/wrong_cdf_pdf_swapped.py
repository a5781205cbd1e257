"""Density and distribution function are swapped.

check: three candidates against a best loss of 0.3
hint: swapped
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    safe = np.where(sigma > 0, sigma, 1.0)
    z = gain / safe
    return np.where(sigma > 0, gain * stats.norm.pdf(z) + safe * stats.norm.cdf(z), np.maximum(gain, 0.0))
