"""best - mu where sigma is 0, also when negative.

check: sigma = 0: nothing is left to chance
hint: is no improvement
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    safe = np.where(sigma > 0, sigma, 1.0)
    z = gain / safe
    return np.where(sigma > 0, gain * stats.norm.cdf(z) + safe * stats.norm.pdf(z), gain)
