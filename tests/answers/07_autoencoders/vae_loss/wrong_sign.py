"""The loss is negative, as a bound to be raised.

check: the error alone: no divergence where mu and log_var are 0
hint: the sign is turned
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return -np.mean(((x - x_hat) ** 2).sum(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
