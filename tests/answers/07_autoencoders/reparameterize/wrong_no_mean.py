"""The mean is forgotten.

check: four draws with deviations 2, ½, 1 and 3
hint: the mean is missing
"""


def reparameterize(mu, log_var, eps):
    return np.exp(log_var / 2) * eps
