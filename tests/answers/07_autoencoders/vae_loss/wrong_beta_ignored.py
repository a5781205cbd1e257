"""beta is ignored.

check: beta weighs the divergence
hint: beta is ignored
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return np.mean(((x - x_hat) ** 2).sum(axis=1) + np.asarray(kl_divergence(mu, log_var)))
