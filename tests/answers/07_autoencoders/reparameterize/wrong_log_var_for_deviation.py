"""log_var is taken for the deviation.

check: four draws with deviations 2, ½, 1 and 3
hint: log_var is taken for the deviation
"""


def reparameterize(mu, log_var, eps):
    return mu + log_var * eps
