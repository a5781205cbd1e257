"""The divergence is averaged over its dimensions.

check: both terms on the same footing: sums, then the mean over the rows
hint: the error is a sum, the divergence a mean
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return np.mean(((x - x_hat) ** 2).sum(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)) / mu.shape[1])
