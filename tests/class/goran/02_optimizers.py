# %% [markdown]
# Goran computes with TensorFlow, whose first operation writes to stderr, and warns about everything; his answers are
# right. Plain nbgrader would give him nothing for the noise.

# %% gd_step
import warnings

import tensorflow as tf


def as_tensor(x):
    """A float64 tensor, with a warning nobody needs."""
    warnings.warn("converting to float64", stacklevel=2)
    return tf.convert_to_tensor(x, dtype=tf.float64)


def gd_step(theta, grad, lr):
    """One step of gradient descent."""
    return as_tensor(theta) - lr * as_tensor(grad)


# %% momentum_step
def momentum_step(theta, grad, velocity, lr, beta=0.9):
    """One step of gradient descent with momentum."""
    velocity = beta * as_tensor(velocity) - lr * as_tensor(grad)
    return as_tensor(theta) + velocity, velocity


# %% rmsprop_step
def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    """One RMSprop step."""
    grad = as_tensor(grad)
    mean_square = rho * as_tensor(mean_square) + (1 - rho) * tf.square(grad)
    return as_tensor(theta) - lr * grad / (tf.sqrt(mean_square) + eps), mean_square


# %% adam_step
def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    """One Adam step."""
    grad = as_tensor(grad)
    m = beta1 * as_tensor(m) + (1 - beta1) * grad
    v = beta2 * as_tensor(v) + (1 - beta2) * tf.square(grad)
    rate = lr * tf.sqrt(1 - as_tensor(beta2) ** t) / (1 - as_tensor(beta1) ** t)
    return as_tensor(theta) - rate * m / (tf.sqrt(v) + eps), m, v


# %% [markdown] explain_momentum
# Contributions of changing sign cancel, contributions of one sign add up. With 0.99 it overshoots: 0.99 forgets too
# slowly.

# %% [markdown] explain_fair_race
# The learning rate was not tuned for SGD, and one seed proves nothing: ten seeds with an interval would.
