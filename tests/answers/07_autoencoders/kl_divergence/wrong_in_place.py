"""mu is squared in place.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def kl_divergence(mu, log_var):
    mu *= mu
    return 0.5 * np.sum(mu + np.exp(log_var) - 1 - log_var, axis=1)
