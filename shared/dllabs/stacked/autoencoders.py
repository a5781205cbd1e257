"""Encoders and decoders of dense layers, and the loop that trains them with whatever loss they are to share."""

from itertools import pairwise

import keras
import numpy as np
import tensorflow as tf


class DenseStack:
    """Dense layers with ReLU between them and none at the end, one network for each seed.

    widths: units from the inputs to the outputs, (d_in, ..., d_out). seeds: an iterable of ints; each gives its own
    weights, and in `train_stacks` its own order of the rows.

    `weights` holds a kernel (seeds, d_in, d_out) and a bias (seeds, 1, d_out) for each layer, in turn.
    """

    def __init__(self, widths, seeds):
        self.seeds, self.weights = list(seeds), []
        rngs = [np.random.default_rng([seed, *widths]) for seed in self.seeds]
        for d_in, d_out in pairwise(widths):
            limit = np.sqrt(6 / (d_in + d_out))
            kernels = np.stack([rng.uniform(-limit, limit, (d_in, d_out)) for rng in rngs])
            self.weights += [tf.Variable(kernels, dtype=tf.float32), tf.Variable(tf.zeros((len(rngs), 1, d_out)))]

    def __call__(self, x):
        """x: (n, d_in), the same rows for all, or (seeds, n, d_in) -> tensor (seeds, n, d_out)."""
        x = tf.convert_to_tensor(x, tf.float32)
        for layer, (kernel, bias) in enumerate(self._layers()):
            x = (tf.nn.relu(x) if layer else x) @ kernel + bias
        return x

    def weights_of(self, position):
        """The weights of one network, in the order and shapes that Keras' set_weights takes."""
        return [
            weight
            for kernel, bias in self._layers()
            for weight in (kernel[position].numpy(), bias[position, 0].numpy())
        ]

    def _layers(self):
        return list(zip(self.weights[::2], self.weights[1::2], strict=True))


def train_stacks(losses, stacks, X, epochs, learning_rate=0.01, batch_size=64, after_epoch=lambda: None):
    """Train stacks of the same seeds together, with Adam; its rate falls to 0 along a cosine.

    losses: tensor x (seeds, batch_size, d) -> the loss of each network, or their sum. X: (n, d), the rows of all; each
    seed has its own order of them, and what is left of an epoch after the last whole batch is left out.
    Returns the list of what after_epoch() gave after each epoch.
    """
    X, steps = tf.constant(X, tf.float32), len(X) // batch_size
    weights = [weight for stack in stacks for weight in stack.weights]
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(learning_rate, epochs * steps))
    optimizer.build(weights)

    @tf.function
    def train_epoch(order):
        for rows in order:
            with tf.GradientTape() as tape:
                loss = tf.reduce_sum(losses(tf.gather(X, rows)))
            optimizer.apply(tape.gradient(loss, weights), weights)

    rngs, records = [np.random.default_rng(seed) for seed in stacks[0].seeds], []
    for _ in range(epochs):
        order = np.stack([rng.permutation(len(X))[: steps * batch_size] for rng in rngs])
        train_epoch(tf.constant(order.reshape(len(rngs), steps, batch_size).transpose(1, 0, 2)))
        records.append(after_epoch())
    return records


def train_autoencoders(X, n_code, seeds, hidden=(64,), epochs=30, activation=tf.identity, noise=0.0):
    """Autoencoders for the rows of X, trained on their mean squared error.

    hidden: widths between rows and code, in reverse order between code and rows. activation: of the last layer.
    noise: deviation of fresh normal noise that is added to what the encoder sees, and not to the target.
    Returns encoders and decoders, both a DenseStack, and a function rows -> reconstructions, a tensor (seeds, n, d).
    """
    encoders = DenseStack((X.shape[1], *hidden, n_code), seeds)
    decoders = DenseStack((n_code, *hidden[::-1], X.shape[1]), seeds)

    def rebuild(x):
        return activation(decoders(encoders(x)))

    def losses(x):
        seen = x + noise * tf.random.normal(tf.shape(x))
        return tf.reduce_mean((rebuild(seen) - x) ** 2, axis=(1, 2))

    train_stacks(losses, [encoders, decoders], X, epochs)
    return encoders, decoders, rebuild
