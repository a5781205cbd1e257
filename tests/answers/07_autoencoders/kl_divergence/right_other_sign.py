"""Minus one half of the negative terms, as many texts print it."""


def kl_divergence(mu, log_var):
    return -0.5 * np.sum(1 + log_var - np.square(mu) - np.exp(log_var), axis=-1)
