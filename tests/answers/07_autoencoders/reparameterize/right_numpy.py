"""The formula with NumPy."""


def reparameterize(mu, log_var, eps):
    return mu + np.exp(0.5 * log_var) * eps
