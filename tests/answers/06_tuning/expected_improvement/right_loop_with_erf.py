"""Entry by entry, with math.erf."""


def expected_improvement(mu, sigma, best):
    def one(m, s):
        if s == 0:
            return max(best - m, 0.0)
        z = (best - m) / s
        return (best - m) * (1 + math.erf(z / math.sqrt(2))) / 2 + s * math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    if np.ndim(mu) == 0:
        return one(mu, sigma)
    return [one(m, s) for m, s in zip(mu, sigma, strict=True)]
