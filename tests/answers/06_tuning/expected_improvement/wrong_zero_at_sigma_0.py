"""Always 0 where sigma is 0.

check: sigma = 0: nothing is left to chance
hint: always 0
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    safe = np.where(sigma > 0, sigma, 1.0)
    z = gain / safe
    return np.where(sigma > 0, gain * stats.norm.cdf(z) + safe * stats.norm.pdf(z), 0.0)
