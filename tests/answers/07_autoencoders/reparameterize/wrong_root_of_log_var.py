"""log_var is taken for the variance.

check: four draws with deviations 2, ½, 1 and 3
hint: log_var is taken for the variance
"""


def reparameterize(mu, log_var, eps):
    return mu + np.sqrt(log_var) * eps
