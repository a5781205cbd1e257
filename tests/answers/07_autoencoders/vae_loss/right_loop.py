"""A loop over the rows."""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    total = 0.0
    divergences = np.asarray(kl_divergence(mu, log_var))
    for row, copy, divergence in zip(x, x_hat, divergences, strict=True):
        total += sum((a - b) ** 2 for a, b in zip(row, copy, strict=True)) + beta * divergence
    return total / len(x)
