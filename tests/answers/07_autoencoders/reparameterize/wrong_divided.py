"""The noise is divided by the deviation.

check: four draws with deviations 2, ½, 1 and 3
hint: divided by the deviation
"""


def reparameterize(mu, log_var, eps):
    return mu + eps / np.exp(log_var / 2)
