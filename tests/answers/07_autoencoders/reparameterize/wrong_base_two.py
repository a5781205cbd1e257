"""Powers of 2 instead of e.

check: four draws with deviations 2, ½, 1 and 3
hint: expected
"""


def reparameterize(mu, log_var, eps):
    return mu + 2 ** (log_var / 2) * eps
