"""z is not divided by sigma.

check: three candidates against a best loss of 0.3
hint: z is not divided
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    safe = np.where(sigma > 0, sigma, 1.0)
    z = gain
    return np.where(sigma > 0, gain * stats.norm.cdf(z) + safe * stats.norm.pdf(z), np.maximum(gain, 0.0))
