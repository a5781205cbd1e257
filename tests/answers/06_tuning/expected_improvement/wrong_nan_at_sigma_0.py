"""0 / 0 where sigma is 0.

check: sigma = 0: nothing is left to chance
hint: NaN
"""


def expected_improvement(mu, sigma, best):
    z = (best - mu) / sigma
    return (best - mu) * stats.norm.cdf(z) + sigma * stats.norm.pdf(z)
