"""The logarithm is doubled instead of halved.

check: four draws with deviations 2, ½, 1 and 3
hint: halve the logarithm
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(2 * log_var) * eps
