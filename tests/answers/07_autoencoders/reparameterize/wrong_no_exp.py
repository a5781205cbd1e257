"""The exp is forgotten.

check: four draws with deviations 2, ½, 1 and 3
hint: the exp is missing
"""


def reparameterize(mu, log_var, eps):
    return mu + log_var / 2 * eps
