"""Nothing is summed.

check: two rows, three dimensions
hint: nothing was summed
"""


def kl_divergence(mu, log_var):
    return 0.5 * (mu**2 + np.exp(log_var) - 1 - log_var)
