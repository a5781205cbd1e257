"""The root of the variance."""


def reparameterize(mu, log_var, eps):
    return np.sqrt(np.exp(log_var)) * eps + mu
