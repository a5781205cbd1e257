"""The error is averaged over the rows, the divergence summed.

check: both terms on the same footing: sums, then the mean over the rows
hint: the divergence was summed over the rows
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return np.mean(((x - x_hat) ** 2).sum(axis=1)) + beta * np.sum(np.asarray(kl_divergence(mu, log_var)))
