"""log_var is taken for the logarithm of the deviation.

check: two rows, three dimensions
hint: logarithm of the deviation
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(2 * log_var) - 1 - 2 * log_var, axis=1)
