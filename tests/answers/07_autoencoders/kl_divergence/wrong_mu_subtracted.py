"""mu squared is subtracted.

check: two rows, three dimensions
hint: mu was subtracted
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(np.exp(log_var) - mu**2 - 1 - log_var, axis=1)
