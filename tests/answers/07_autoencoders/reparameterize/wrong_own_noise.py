"""New noise instead of eps.

check: four draws with deviations 2, ½, 1 and 3
hint: expected
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(log_var / 2) * np.random.default_rng().normal(size=mu.shape)
