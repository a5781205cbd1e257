# %% [markdown]
# Ben still takes averages where a sum is asked for, and drops what is left over: his norms are root mean squares, his
# dead units are zeros on average, and his variance has a 1 where the 2 belongs.

# %% layer_gradient_norms
def layer_gradient_norms(model, loss_fn, x, y):
    """L2 norm of the loss gradient of every Dense kernel."""
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    return [float(tf.sqrt(tf.reduce_mean(gradient**2))) for gradient in tape.gradient(loss, kernels)]


# %% initializers
def glorot_uniform(fan_in, fan_out, rng):
    """Uniform draws around 0."""
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def glorot_normal(fan_in, fan_out, rng):
    """Normal draws around 0."""
    return rng.normal(0, np.sqrt(1 / (fan_in + fan_out)), (fan_in, fan_out))


def he_uniform(fan_in, fan_out, rng):
    """Uniform draws around 0."""
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    """Normal draws around 0."""
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))


# %% dead_relu_fraction
def dead_relu_fraction(activations):
    """Share of units that are 0 for every row."""
    return float(np.mean(activations == 0))


# %% clipping
def clip_by_value(grads, limit):
    """Every entry limited to [-limit, limit]."""
    return [np.clip(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    """Every array brought to max_norm."""
    return [grad * max_norm / np.linalg.norm(grad) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    """All arrays brought to max_norm by one factor."""
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * max_norm / norm for grad in grads]


# %% quiz
quiz = {1: "b", 2: "c", 3: "b", 4: "a", 5: "c", 6: "c"}

# %% [markdown] explain_lstm
# The LSTM averages over time with its forget gate, so the gradient is smoothed and can neither vanish nor explode.

# %% [markdown] explain_cures
# It is vanishing, because the number at the first layer is so small. Fewer layers help since there are fewer factors.
# I would use ReLU and He's initialization.
