"""Single precision."""


def expected_improvement(mu, sigma, best):
    mu, sigma = np.float32(mu), np.float32(sigma)
    gain = np.float32(best) - mu
    safe = np.where(sigma > 0, sigma, np.float32(1))
    z = gain / safe
    ei = gain * stats.norm.cdf(z).astype("float32") + safe * stats.norm.pdf(z).astype("float32")
    return np.where(sigma > 0, ei, np.maximum(gain, 0)).astype("float32")
