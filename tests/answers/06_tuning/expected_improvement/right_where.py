"""np.where around a safe division."""


def expected_improvement(mu, sigma, best):
    gain = best - np.asarray(mu)
    safe = np.where(np.asarray(sigma) > 0, sigma, 1.0)
    z = gain / safe
    return np.where(np.asarray(sigma) > 0, gain * stats.norm.cdf(z) + safe * stats.norm.pdf(z), np.maximum(gain, 0))
