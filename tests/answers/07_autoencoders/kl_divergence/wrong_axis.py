"""The sum runs over the rows.

check: two rows, three dimensions
hint: the sum runs over the rows
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=0)
