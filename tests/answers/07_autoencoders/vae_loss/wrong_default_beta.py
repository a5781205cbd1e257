"""The default of beta is 0.1 now.

check: beta is 1 unless something else is said
hint: expected 14.93
"""


def vae_loss(x, x_hat, mu, log_var, beta=0.1):
    return np.mean(((x - x_hat) ** 2).sum(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
