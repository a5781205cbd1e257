"""log_var is added.

check: two rows, three dimensions
hint: log_var was added
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 + log_var, axis=1)
