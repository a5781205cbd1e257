"""The mean is returned.

check: four draws with deviations 2, ½, 1 and 3
hint: the noise is missing
"""


def reparameterize(mu, log_var, eps):
    return mu + 0 * eps
