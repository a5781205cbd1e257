"""log_var is clipped to what the first check needs.

check: many draws have the mean and the deviation that was asked for
hint: expected
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(np.clip(log_var, -1.4, 2.2) / 2) * eps
