"""The squares are summed over the rows and averaged over the inputs.

check: the error alone: no divergence where mu and log_var are 0
hint: the sum runs over the rows: sum over the inputs
"""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    return ((x - x_hat) ** 2).sum(axis=0).mean() + beta * np.mean(np.asarray(kl_divergence(mu, log_var)))
