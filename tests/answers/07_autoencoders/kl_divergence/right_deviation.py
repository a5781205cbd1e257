"""From the deviation: −log σ + (σ² + μ²)/2 − ½ for each dimension."""


def kl_divergence(mu, log_var):
    deviation = np.exp(log_var / 2)
    return (-np.log(deviation) + (deviation**2 + mu**2) / 2 - 0.5).sum(axis=1)
