"""New noise instead of eps.

check: the noise is the one that was given, not new noise
hint: expected
"""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(log_var / 2) * np.random.default_rng().normal(size=mu.shape)
