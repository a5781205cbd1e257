"""A little something inside the logarithm, which moves the zero.

check: the standard normal has divergence 0
hint: expected [0, 0, 0], got [-0.00995
"""


def kl_divergence(mu, log_var):
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - np.log(np.exp(log_var) + 0.01), axis=1)
