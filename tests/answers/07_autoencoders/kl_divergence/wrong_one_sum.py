"""One number, the sum of everything.

check: two rows, three dimensions
hint: one number for all rows (their sum)
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var)
