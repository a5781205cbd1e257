"""Each term averaged by itself."""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    error = np.linalg.norm(x_hat - x) ** 2 / len(x)
    return error + beta * np.mean(kl_divergence(mu, log_var))
