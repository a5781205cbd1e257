"""log_var is taken for the variance.

check: two rows, three dimensions
hint: log_var is taken for the variance
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + log_var - 1 - np.log(log_var), axis=1)
