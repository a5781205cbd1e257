# %% [markdown]
# Chloé believes in the name of a thing: her clipping by norm clips values, her ELU is a leaky ReLU, her blocks lie one
# behind the other without an addition, and her overflow is somebody else's problem.

# %% elu
def elu(z, alpha=1.0):
    """The exponential linear unit."""
    return np.where(z > 0, z, 0.01 * z)


def elu_prime(z, alpha=1.0):
    """Derivative of elu."""
    return (z > 0) + (z <= 0) * alpha * np.exp(z)


# %% residual_mlp
def residual_mlp(n_inputs, width, depth, n_classes):
    """A deep Keras model."""
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = keras.layers.Dense(width)(keras.layers.ReLU()(h))
    return keras.Model(inputs, keras.layers.Dense(n_classes, "softmax")(keras.layers.ReLU()(h)))


# %% clipping
def clip_by_value(grads, limit):
    """Every entry limited to [-limit, limit]."""
    return [np.minimum(grad, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    """Every array limited."""
    return [np.clip(grad, -max_norm, max_norm) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    """All arrays limited."""
    norm = sum(np.linalg.norm(grad) for grad in grads)
    return [grad * min(1.0, max_norm / norm) if norm else grad.copy() for grad in grads]


# %% quiz
quiz = {1: "a", 2: "d", 3: "a", 4: "d", 5: "a", 6: None}

# %% [markdown] explain_lstm
# The text is right: the gates are sigmoids between 0 and 1, so nothing can explode in an LSTM.

# %% [markdown] explain_cures
# It explodes, as he says. Fewer layers help a bit and the GPU helps most, because it has more memory for the gradients.
