"""Zeros in sigma are overwritten in place.

check: the inputs are left alone
hint: changed in place
"""


def expected_improvement(mu, sigma, best):
    if np.ndim(sigma):
        sigma[sigma == 0] = 1e-12
    sigma = np.maximum(sigma, 1e-12)
    z = (best - mu) / sigma
    return (best - mu) * stats.norm.cdf(z) + sigma * stats.norm.pdf(z)
