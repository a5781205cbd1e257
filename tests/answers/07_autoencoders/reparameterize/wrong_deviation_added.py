"""The deviation is added without noise.

check: four draws with deviations 2, ½, 1 and 3
hint: the deviation was added
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(log_var / 2)
