"""The default of beta is 0.1 now.

check: both terms on the same footing: sums, then the mean over the rows
hint: expected 4.25
"""


def vae_loss(x, x_hat, mu, log_var, beta=0.1):
    return np.mean(((x - x_hat) ** 2).sum(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
