"""One certain entry makes all of them certain.

check: certain and uncertain candidates side by side
hint: expected
"""


def expected_improvement(mu, sigma, best):
    gain, sigma = best - np.asarray(mu, dtype=float), np.asarray(sigma, dtype=float)
    if np.any(sigma == 0):
        return np.maximum(gain, 0)
    z = gain / sigma
    return gain * stats.norm.cdf(z) + sigma * stats.norm.pdf(z)
