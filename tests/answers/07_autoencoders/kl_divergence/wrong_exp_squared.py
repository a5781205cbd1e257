"""The variance is squared.

check: two rows, three dimensions
hint: expected
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) ** 2 - 1 - log_var, axis=1)
