"""The formula with NumPy, the divergence written out."""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    error = np.sum((x - x_hat) ** 2, axis=1)
    divergence = 0.5 * np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=1)
    return np.mean(error + beta * divergence)
