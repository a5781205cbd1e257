"""One number, the mean over the rows.

check: two rows, three dimensions
hint: one number for all rows (their mean)
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1).mean()
