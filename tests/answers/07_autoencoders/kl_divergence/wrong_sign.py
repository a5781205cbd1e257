"""The sign is turned.

check: two rows, three dimensions
hint: the sign is turned
"""


def kl_divergence(mu, log_var):
    return -0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1)
