"""Deep networks with layers of equal width: activations, gradients and plain gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from dllabs.arrays import Array, FloatArray, IntArray
from dllabs.stacked.cross_entropy import accuracies, mean_cross_entropies
from dllabs.stacked.graphs import Activation, compiled

if TYPE_CHECKING:
    from dllabs.data import Dataset

# Kernels (seeds, d_in, d_out) and biases (seeds, 1, d_out), one of each for every layer.
Weights: TypeAlias = tuple[Sequence[Array | tf.Tensor], Sequence[Array | tf.Tensor]]

MEASURED_ROWS = 500  # training rows on which the loss is measured between epochs


class DeepNetworks:
    """Networks inputs - any number of hidden layers of equal width - classes (softmax), one for each seed.

    data: a `dllabs.data.Dataset`. seeds: one for each network; each gives its own weights and its own order of the
    rows. width: units of every hidden layer.

    In the methods, weights is a pair (kernels, biases) of lists with an array (seeds, d_in, d_out) and an array
    (seeds, 1, d_out) for each layer. activation is a TensorFlow function. With skip, every hidden layer after the first
    adds its output to its input (a residual connection).
    """

    def __init__(self, data: Dataset, seeds: Iterable[int], width: int = 32) -> None:
        self.seeds = list(seeds)
        self.width = width
        self.x_train, self.x_val = tf.constant(data.x_train), tf.constant(data.x_val)
        self.y_train, self.y_val = tf.constant(data.y_train, tf.int32), tf.constant(data.y_val, tf.int32)
        self.classes = int(data.y_train.max()) + 1

    def draw_weights(
        self, draw: Callable[[int, int, np.random.Generator], ArrayLike], depth: int, bias: float = 0.0
    ) -> tuple[list[FloatArray], list[FloatArray]]:
        """Draw weights for `depth` hidden layers and the output layer.

        draw(fan_in, fan_out, rng) returns a kernel (fan_in, fan_out). bias: the value of all biases.
        """
        widths = list(pairwise([self.x_train.shape[1], *[self.width] * depth, self.classes]))
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        kernels = [np.stack([np.asarray(draw(*fans, rng), dtype=float) for rng in rngs]) for fans in widths]
        return kernels, [np.full((len(rngs), 1, fan_out), bias) for _, fan_out in widths]

    def forward(
        self, weights: Weights, x: Array | tf.Tensor, activation: Activation, skip: bool = False
    ) -> tuple[tf.Tensor, list[tf.Tensor]]:
        """Inputs x (n, d) or (seeds, n, d) -> logits (seeds, n, classes), and each hidden layer's pre-activations.

        The pre-activations are a list of tensors (seeds, n, width).
        """
        (first, *inner, last), (first_bias, *inner_biases, last_bias) = weights
        sums = [x @ first + first_bias]
        for kernel, bias in zip(inner, inner_biases, strict=True):
            update = activation(sums[-1]) @ kernel + bias
            sums.append(sums[-1] + update if skip else update)
        return activation(sums[-1]) @ last + last_bias, sums

    def losses(
        self, weights: Weights, rows: IntArray | tf.Tensor, activation: Activation, skip: bool = False
    ) -> tf.Tensor:
        """Mean cross-entropy in nats of each network on some training rows, (seeds,).

        rows: their indices, (n,) for the same rows in all networks, or (seeds, n).
        """
        logits, _ = self.forward(weights, tf.gather(self.x_train, rows), activation, skip)
        return mean_cross_entropies(logits, tf.gather(self.y_train, rows))

    def gradient_norms(
        self, weights: Weights, activation: Activation, skip: bool = False, rows: int = 32
    ) -> FloatArray:
        """L2 norm of the gradient of the loss with respect to each kernel, (layers, seeds).

        The loss is the mean cross-entropy in nats of the first `rows` training rows, in double precision because
        gradients can be very small.
        """
        kernels, biases = [[tf.constant(array, tf.float64) for array in arrays] for arrays in weights]
        with tf.GradientTape() as tape:
            tape.watch(kernels)
            logits, _ = self.forward((kernels, biases), tf.cast(self.x_train[:rows], tf.float64), activation, skip)
            losses = mean_cross_entropies(logits, self.y_train[:rows])
        return np.array([tf.norm(gradient, axis=(1, 2)) for gradient in tape.gradient(losses, kernels)])

    def train(
        self,
        weights: Weights,
        activation: Activation,
        rates: Iterable[float],
        epochs: int,
        skip: bool = False,
        batch_size: int = 64,
    ) -> dict[float, tuple[FloatArray, FloatArray, list[FloatArray]]]:
        """Train from the same weights with each learning rate, by plain mini-batch gradient descent.

        Returns {rate: (loss, accuracy, sums)}. loss, the mean cross-entropy in nats of the first MEASURED_ROWS training
        rows, and accuracy, on the validation rows, are of shape (epochs + 1, seeds). sums is the list of each hidden
        layer's pre-activations (seeds, rows, width) on the same training rows after the last epoch.
        """
        kernels, biases = ([tf.Variable(array, dtype=tf.float32) for array in arrays] for arrays in weights)
        variables = kernels + biases
        start = [variable.numpy() for variable in variables]

        @compiled
        def step(rows: tf.Tensor, rate: tf.Tensor) -> None:
            with tf.GradientTape() as tape:
                losses = self.losses((kernels, biases), rows, activation, skip)
            for variable, gradient in zip(variables, tape.gradient(losses, variables), strict=True):
                variable.assign_sub(rate * gradient)

        @compiled
        def measure() -> tuple[tf.Tensor, tf.Tensor, list[tf.Tensor]]:
            x, labels = self.x_train[:MEASURED_ROWS], self.y_train[:MEASURED_ROWS]
            logits, sums = self.forward((kernels, biases), x, activation, skip)
            val_logits, _ = self.forward((kernels, biases), self.x_val, activation, skip)
            return mean_cross_entropies(logits, labels), accuracies(val_logits, self.y_val), sums

        runs = {}
        for rate in rates:
            for variable, value in zip(variables, start, strict=True):
                variable.assign(value)
            records = [measure()[:2]]
            for batches in self._orders(epochs, batch_size):
                for rows in batches:
                    step(tf.constant(rows), tf.constant(rate, tf.float32))
                records.append(measure()[:2])
            loss, accuracy = np.array(records).transpose(1, 0, 2)
            runs[rate] = loss, accuracy, [array.numpy() for array in measure()[2]]
        return runs

    def _orders(self, epochs: int, batch_size: int) -> Iterator[IntArray]:
        """Row indices (batches, seeds, batch_size) for each epoch; an incomplete last batch is dropped."""
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        n = len(self.x_train)
        for _ in range(epochs):
            order = np.stack([rng.permutation(n)[: n // batch_size * batch_size] for rng in rngs])
            yield order.reshape(len(rngs), -1, batch_size).transpose(1, 0, 2)
