"""The 1 is forgotten.

check: two rows, three dimensions
hint: the 1 is missing
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - log_var, axis=1)
