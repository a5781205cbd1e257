"""The signs of variance, logarithm and one are turned, that of mu is not.

check: never negative, wherever the minimum is approached from
hint: some divergences are negative
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + log_var - np.exp(log_var) + 1, axis=1)
