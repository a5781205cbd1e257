"""The differences are not squared.

check: the error alone: no divergence where mu and log_var are 0
hint: the errors were not squared
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return np.mean((x - x_hat).sum(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
