"""exp(log_var / 2) stands where the variance belongs.

check: two rows, three dimensions
hint: exp(log_var / 2) is the deviation
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var / 2) - 1 - log_var, axis=1)
