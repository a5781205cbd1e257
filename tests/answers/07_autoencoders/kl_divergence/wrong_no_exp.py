"""The exp is forgotten.

check: two rows, three dimensions
hint: the exp is missing
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + log_var - 1 - log_var, axis=1)
