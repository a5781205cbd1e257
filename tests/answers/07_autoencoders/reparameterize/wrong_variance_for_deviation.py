"""exp(log_var) is taken for the deviation.

check: four draws with deviations 2, ½, 1 and 3
hint: exp(log_var) is the variance
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(log_var) * eps
