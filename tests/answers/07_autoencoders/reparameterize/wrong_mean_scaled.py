"""The mean is scaled too.

check: four draws with deviations 2, ½, 1 and 3
hint: the deviation scales the mean too
"""


def reparameterize(mu, log_var, eps):
    return (mu + eps) * np.exp(log_var / 2)
