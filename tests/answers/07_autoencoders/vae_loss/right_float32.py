"""Single precision throughout."""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    x, x_hat, mu, log_var = (np.asarray(array, np.float32) for array in (x, x_hat, mu, log_var))
    error = ((x - x_hat) ** 2).sum(axis=1)
    divergence = (mu**2 + np.exp(log_var) - np.float32(1) - log_var).sum(axis=1) / np.float32(2)
    return (error + np.float32(beta) * divergence).mean()
