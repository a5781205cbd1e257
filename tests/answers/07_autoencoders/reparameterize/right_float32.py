"""Single precision throughout."""


def reparameterize(mu, log_var, eps):
    mu, log_var, eps = (np.asarray(array, np.float32) for array in (mu, log_var, eps))
    return mu + np.exp(log_var / np.float32(2)) * eps
