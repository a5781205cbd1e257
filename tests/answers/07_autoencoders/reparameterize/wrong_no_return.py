"""The return is forgotten.

check: four draws with deviations 2, ½, 1 and 3
hint: got None
"""


def reparameterize(mu, log_var, eps):
    mu + np.exp(log_var / 2) * eps
