# %% [markdown]
# Chloé builds her decoder twice and flips signs by hand: the decoder that she returns is not the one that is trained,
# her divergence is negative, her plane goes through the origin, and variances pass for deviations.

# %% pca_reconstruct
def pca_reconstruct(X_train, X, k):
    """Rows rebuilt from their first k principal components."""
    components = np.linalg.svd(X_train, full_matrices=False)[2][:k]
    return X @ components.T @ components


# %% build_autoencoder
def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    """An autoencoder and its two halves."""

    def new_decoder():
        layers = [keras.layers.Dense(width, activation="relu") for width in reversed(hidden)]
        last = keras.layers.Dense(n_inputs, activation=output_activation)
        return keras.Sequential([keras.Input((n_code,)), *layers, last])

    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    autoencoder = keras.Sequential([keras.Input((n_inputs,)), encoder, new_decoder()])
    return encoder, new_decoder(), autoencoder


# %% reparameterize
def reparameterize(mu, log_var, eps):
    """A draw from a normal distribution."""
    return mu + ops.exp(log_var) * eps


# %% kl_divergence
def kl_divergence(mu, log_var):
    """Kullback-Leibler divergence from the standard normal."""
    return 0.5 * ops.sum(1 + log_var - ops.square(mu) - ops.exp(log_var), axis=1)


# %% vae_loss
def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    """Loss of a variational autoencoder."""
    return ops.mean(ops.sum(ops.square(x - x_hat), axis=1) + beta * kl_divergence(mu, log_var))


# %% quiz
quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "d", 6: None}

# %% [markdown] explain_bottleneck
# 30 of 40 is not a bottleneck at all, so PCA is enough and gives the same result every time. I did not
# measure anything.

# %% [markdown] explain_alarm
# Nothing is wrong: 5 % was planned and 5 % came out.
