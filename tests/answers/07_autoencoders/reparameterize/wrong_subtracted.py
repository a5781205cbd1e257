"""The noise is subtracted.

check: four draws with deviations 2, ½, 1 and 3
hint: the noise was subtracted
"""


def reparameterize(mu, log_var, eps):
    return mu - np.exp(log_var / 2) * eps
