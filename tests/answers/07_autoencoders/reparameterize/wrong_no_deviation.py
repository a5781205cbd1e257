"""The noise is not scaled.

check: four draws with deviations 2, ½, 1 and 3
hint: the deviation is missing
"""


def reparameterize(mu, log_var, eps):
    return mu + eps
