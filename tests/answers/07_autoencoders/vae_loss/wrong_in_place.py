"""The difference is written into x.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    x -= x_hat
    return np.mean(np.sum(x**2, axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
