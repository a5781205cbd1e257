"""Single precision throughout."""


def kl_divergence(mu, log_var):
    mu, log_var = np.asarray(mu, np.float32), np.asarray(log_var, np.float32)
    return np.float32(0.5) * (mu**2 + np.exp(log_var) - np.float32(1) - log_var).sum(axis=1)
