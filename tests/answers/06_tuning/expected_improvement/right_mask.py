"""A mask; certain entries are filled in first."""


def expected_improvement(mu, sigma, best):
    mu, sigma = np.atleast_1d(np.array(mu, dtype=float)), np.atleast_1d(np.array(sigma, dtype=float))
    ei = np.clip(best - mu, 0, None)
    unsure = sigma > 0
    z = (best - mu[unsure]) / sigma[unsure]
    ei[unsure] = sigma[unsure] * (z * stats.norm.cdf(z) + stats.norm.pdf(z))
    return ei
