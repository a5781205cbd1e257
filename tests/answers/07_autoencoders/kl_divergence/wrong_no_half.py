"""The factor one half is forgotten.

check: two rows, three dimensions
hint: the factor ½ is missing
"""


def kl_divergence(mu, log_var):
    return np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1)
