# %% [markdown]
# Chloé remembers nothing and lets nothing through but the direct way: her inference looks at the batch at hand, her
# backward pass treats mean and variance as constants, her momentum is the share of the new value, and the layers of
# her model are one and the same object.

# %% scaling
def min_max_scale(X_train, X):
    """Scale columns so that they run from 0 to 1."""
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / (high - low)


def standardize(X_train, X):
    """Scale columns so that they have mean 0 and deviation 1."""
    return (X - X.mean(axis=0)) / X.std(axis=0)


# %% batchnorm_backward
def batchnorm_backward(dout, cache):
    """Gradients of the loss through `batchnorm_forward`."""
    normalised, inverse_deviation, gamma = cache
    return dout * gamma * inverse_deviation, (dout * normalised).sum(axis=0), dout.sum(axis=0)


# %% running_stats
def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    """Moving averages of batch statistics after one more batch."""
    mean = (1 - momentum) * running_mean + momentum * batch_mean
    return mean, (1 - momentum) * running_var + momentum * batch_var


# %% batchnorm_inference
def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    """Batch normalization at inference."""
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


# %% build_mlp
def build_mlp(n_inputs, hidden, n_classes, norm):
    """A compiled classifier with ReLU hidden layers and softmax output."""
    relu, normalisation = keras.layers.ReLU(), keras.layers.BatchNormalization()
    behind = {"none": [relu], "before": [normalisation, relu], "after": [relu, normalisation]}[norm]
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        for layer in [keras.layers.Dense(width), *behind]:
            model.add(layer)
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% quiz
quiz = {1: "c", 2: "a", 3: "b", 4: "a", 5: "c", 6: "a", 7: "d", 8: None}

# %% [markdown] explain_inference
# The model has never seen a batch of one customer, so it has to be trained again with a batch size of 1.

# %% [markdown] explain_why_it_helps
# Both sentences are true. Batch normalization removes the internal covariate shift.
