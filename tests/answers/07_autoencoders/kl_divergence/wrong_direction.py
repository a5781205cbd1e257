"""The divergence the other way round.

check: two rows, three dimensions
hint: the divergence of the standard normal
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum((1 + mu**2) / np.exp(log_var) - 1 + log_var, axis=1)
