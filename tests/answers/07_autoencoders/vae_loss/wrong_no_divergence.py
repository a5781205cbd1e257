"""The divergence is forgotten.

check: both terms on the same footing: sums, then the mean over the rows
hint: the divergence is missing
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return ((x - x_hat) ** 2).sum(axis=1).mean()
