"""The return is forgotten.

check: two rows, three dimensions
hint: got None
"""


def kl_divergence(mu, log_var):
    0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1)
