"""Encoders and decoders of dense layers, and a training loop for any loss that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from dllabs.arrays import FloatArray
from dllabs.stacked.graphs import Activation, compiled


class DenseStack:
    """Dense layers with ReLU between them and none at the end, one network for each seed.

    widths: units from the inputs to the outputs, (d_in, ..., d_out). seeds: one for each network; each gives its own
    weights and, in `train_stacks`, its own order of the rows.

    `weights` is a list of variables, alternately a kernel (seeds, d_in, d_out) and a bias (seeds, 1, d_out). Kernels
    start Glorot uniform (Glorot and Bengio, 2010), biases at zero.
    """

    def __init__(self, widths: Sequence[int], seeds: Iterable[int]) -> None:
        self.seeds = list(seeds)
        self.weights: list[tf.Variable] = []
        rngs = [np.random.default_rng([seed, *widths]) for seed in self.seeds]
        for d_in, d_out in pairwise(widths):
            limit = np.sqrt(6 / (d_in + d_out))
            kernels = np.stack([rng.uniform(-limit, limit, (d_in, d_out)) for rng in rngs])
            self.weights += [tf.Variable(kernels, dtype=tf.float32), tf.Variable(tf.zeros((len(rngs), 1, d_out)))]

    def __call__(self, x: ArrayLike | tf.Tensor) -> tf.Tensor:
        """x: (n, d_in), the same rows for all networks, or (seeds, n, d_in) -> tensor (seeds, n, d_out)."""
        x = tf.convert_to_tensor(x, tf.float32)
        for layer, (kernel, bias) in enumerate(self._layers()):
            x = (tf.nn.relu(x) if layer else x) @ kernel + bias
        return x

    def weights_of(self, position: int) -> list[FloatArray]:
        """The weights of the network at `position`, in the order and shapes that Keras' `set_weights` takes."""
        return [
            weight
            for kernel, bias in self._layers()
            for weight in (kernel[position].numpy(), bias[position, 0].numpy())
        ]

    def _layers(self) -> list[tuple[tf.Variable, tf.Variable]]:
        return list(zip(self.weights[::2], self.weights[1::2], strict=True))


def train_stacks(
    losses: Callable[[tf.Tensor], tf.Tensor],
    stacks: Sequence[DenseStack],
    X: FloatArray,
    epochs: int,
    learning_rate: float = 0.01,
    batch_size: int = 64,
    after_epoch: Callable[[], Any] = lambda: None,
) -> list[Any]:
    """Train stacks with the same seeds together, with Adam; the learning rate falls to 0 along a cosine.

    losses: tensor x (seeds, batch_size, d) -> the loss of each network, or their sum. X: (n, d), the training rows.
    Each seed has its own order of them, and an incomplete last batch of an epoch is dropped.
    learning_rate: at the start. after_epoch: called after each epoch.

    Returns the list of the results of `after_epoch`.
    """
    X, steps = tf.constant(X, tf.float32), len(X) // batch_size
    weights = [weight for stack in stacks for weight in stack.weights]
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(learning_rate, epochs * steps))
    optimizer.build(weights)

    @compiled
    def train_epoch(order: tf.Tensor) -> None:
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


def train_autoencoders(
    X: FloatArray,
    n_code: int,
    seeds: Iterable[int],
    hidden: tuple[int, ...] = (64,),
    epochs: int = 30,
    activation: Activation = tf.identity,
    noise: float = 0.0,
) -> tuple[DenseStack, DenseStack, Callable[[ArrayLike | tf.Tensor], tf.Tensor]]:
    """Train autoencoders for the rows of X, with their mean squared error as the loss.

    X: (n, d). n_code: units of the code. hidden: widths of the encoder's hidden layers; the decoder has the same in
    reverse order. activation: of the last layer. noise: standard deviation of the normal noise added to the inputs but
    not to the targets, drawn anew in each step.

    Returns the encoders, the decoders, and a function from rows (n, d) to reconstructions, a tensor (seeds, n, d).
    """
    encoders = DenseStack((X.shape[1], *hidden, n_code), seeds)
    decoders = DenseStack((n_code, *hidden[::-1], X.shape[1]), seeds)

    def rebuild(x: ArrayLike | tf.Tensor) -> tf.Tensor:
        return activation(decoders(encoders(x)))

    def losses(x: tf.Tensor) -> tf.Tensor:
        seen = x + noise * tf.random.normal(tf.shape(x))
        return tf.reduce_mean((rebuild(seen) - x) ** 2, axis=(1, 2))

    train_stacks(losses, [encoders, decoders], X, epochs)
    return encoders, decoders, rebuild
