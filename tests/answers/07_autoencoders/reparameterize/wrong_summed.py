"""The draws are summed over the dimensions.

check: four draws with deviations 2, ½, 1 and 3
hint: expected shape (2, 2)
"""


def reparameterize(mu, log_var, eps):
    return (mu + np.exp(log_var / 2) * eps).sum(axis=1)
