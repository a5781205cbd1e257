# %% [markdown]
# Ben takes the mean of everything: over the dimensions of the code, over the inputs, over all entries where each column
# has a mean of its own. His alarm is a mean plus two deviations.

# %% pca_reconstruct
def pca_reconstruct(X_train, X, k):
    """Rows rebuilt from their first k principal components."""
    mean = X_train.mean()
    components = np.linalg.svd(X_train - mean, full_matrices=False)[2][:k]
    return mean + (X - mean) @ components.T @ components


# %% anomaly_flags
def anomaly_flags(errors_normal, errors, quantile):
    """Which rows are rebuilt worse than normal ones are."""
    return errors > errors_normal.mean() + 2 * errors_normal.std()


# %% kl_divergence
def kl_divergence(mu, log_var):
    """Kullback-Leibler divergence from the standard normal."""
    return 0.5 * ops.mean(ops.square(mu) + ops.exp(log_var) - 1 - log_var, axis=1)


# %% vae_loss
def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    """Loss of a variational autoencoder."""
    squared_errors = ops.mean(ops.square(x - x_hat), axis=1)
    divergence = 0.5 * ops.sum(ops.square(mu) + ops.exp(log_var) - 1 - log_var, axis=1)
    return ops.mean(squared_errors + beta * divergence)


# %% quiz
quiz = {1: "b", 2: "b", 3: "c", 4: "a", 5: "a", 6: "a"}

# %% [markdown] explain_bottleneck
# On average the network is better, we saw it in the figure. He should train longer and add one layer, and measure the
# mean error on the validation rows.

# %% [markdown] explain_alarm
# The threshold must come from normal images and not from the new ones, otherwise it is always 5 %. The mean of the
# errors plus two deviations would be better than a quantile.
