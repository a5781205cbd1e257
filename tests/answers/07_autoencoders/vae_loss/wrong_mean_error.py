"""The mean squared error beside the summed divergence.

check: both terms on the same footing: sums, then the mean over the rows
hint: the error is a mean over the inputs, the divergence a sum
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return np.mean(((x - x_hat) ** 2).mean(axis=1) + beta * np.asarray(kl_divergence(mu, log_var)))
