"""mu is not squared.

check: two rows, three dimensions
hint: mu is not squared
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu + np.exp(log_var) - 1 - log_var, axis=1)
