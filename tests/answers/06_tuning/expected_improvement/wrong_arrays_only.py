"""Single numbers crash.

check: single numbers
hint: TypeError
"""


def expected_improvement(mu, sigma, best):
    ei = []
    for m, s in zip(mu, sigma, strict=True):
        z = (best - m) / s if s > 0 else 0.0
        ei.append((best - m) * stats.norm.cdf(z) + s * stats.norm.pdf(z) if s > 0 else max(best - m, 0))
    return np.array(ei)
