# %% [markdown]
# Ben takes every sum for an average: his dgamma and dbeta are means over the rows, his running statistics are the plain
# mean of old and new, and his variance divides by n - 1, as he learnt it in statistics.

# %% scaling
def min_max_scale(X_train, X):
    """Scale columns so that the training rows run from 0 to 1."""
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return (X - low) / np.where(high > low, high - low, 1.0)


def standardize(X_train, X):
    """Scale columns so that the training rows have mean 0 and deviation 1."""
    deviation = X_train.std(axis=0, ddof=1)
    return (X - X_train.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0)


# %% batchnorm_backward
def batchnorm_backward(dout, cache):
    """Gradients of the loss through `batchnorm_forward`."""
    normalised, inverse_deviation, gamma = cache
    dgamma, dbeta = (dout * normalised).mean(axis=0), dout.mean(axis=0)
    return gamma * inverse_deviation * (dout - dbeta - normalised * dgamma), dgamma, dbeta


# %% running_stats
def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    """Moving averages of batch statistics after one more batch."""
    return (running_mean + batch_mean) / 2, (running_var + batch_var) / 2


# %% quiz
quiz = {1: "b", 2: "c", 3: "d", 4: "d", 5: "c", 6: "b", 7: "b", 8: "c"}

# %% [markdown] explain_inference
# In training mode the layer uses the average of the batch. One customer alone is a bad average, so the answers are
# noisy. Use `training=False`. With pairs the average is over two customers, which is better, but still noisy.

# %% [markdown] explain_why_it_helps
# The first sentence is not quite right, because the shaken networks also learned. The second one is right: with batch
# normalization all learning rates between 0.1 and 1 gave the same accuracy. I would write: "Batch normalization makes
# training faster and the learning rate does not matter much."
