"""The noise is scaled in place.

check: the inputs are left alone
hint: argument 3 was changed in place
"""


def reparameterize(mu, log_var, eps):
    eps *= np.exp(log_var / 2)
    return mu + eps
