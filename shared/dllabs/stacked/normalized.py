"""Networks with batch normalization (Ioffe and Szegedy, 2015), trained by plain gradient descent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from dllabs.arrays import Array, FloatArray, IntArray
from dllabs.stacked.cross_entropy import accuracies, mean_cross_entropies
from dllabs.stacked.graphs import compiled

if TYPE_CHECKING:
    from dllabs.data import Dataset

EPS = 1e-3  # added to each variance, as in Keras
NOISE = 0.3  # standard deviation of the shift, and of the logarithm of the scale, in "shaken" networks


class NormalizedNetworks:
    """Networks inputs - hidden layers (ReLU) of equal width - classes (softmax), trained by plain gradient descent.

    norm: where batch normalization is applied: "none", "before" the ReLU or "after" it; "shaken" is "before", followed
    by a random shift and scale, drawn anew for every unit, network and training step. data: a `dllabs.data.Dataset`.
    n_networks: their number. width, depth: units and number of the hidden layers. momentum: share of the old value in
    each update of the moving statistics.
    """

    def __init__(
        self,
        norm: Literal["none", "before", "after", "shaken"],
        data: Dataset,
        n_networks: int,
        width: int = 32,
        depth: int = 4,
        momentum: float = 0.9,
    ) -> None:
        self.norm, self.data, self.depth, self.momentum = norm, data, depth, momentum

        def variables(shapes: Iterable[tuple[int, int]]) -> list[tf.Variable]:
            return [tf.Variable(tf.zeros((n_networks, *shape))) for shape in shapes]

        widths = [data.x_train.shape[1], *[width] * depth, int(data.y_train.max()) + 1]
        self.kernels, self.biases = variables(pairwise(widths)), variables((1, units) for units in widths[1:])
        normed = [(1, width)] * (depth if norm != "none" else 0)
        self.gammas, self.betas, self.means, self.variances = (variables(normed) for _ in range(4))
        self.trained = self.kernels + self.biases + self.gammas + self.betas
        self._learn = compiled(self._learn_eagerly, reduce_retracing=True)
        self._judge = compiled(self._judge_eagerly, reduce_retracing=True)
        self._gradient_lengths = compiled(self._gradient_lengths_eagerly)
        self._turn_after = compiled(self._turn_after_eagerly)

    def train(
        self,
        seeds: Sequence[int],
        rates: ArrayLike,
        steps: int,
        every: int = 16,
        batch_size: int = 64,
        scales: ArrayLike = 1.0,
    ) -> list[FloatArray]:
        """Draw new weights and train.

        The kernels start as He's normal weights (He et al., 2015) times `scales`.

        seeds: one for each network; networks with equal seeds have equal initial weights and equal batches.
        rates, scales: one number, or one for each network. every: steps between evaluations.

        Returns the results of `judge` on the validation rows after every `every` steps: a list of four arrays, with an
        additional first axis for the evaluations.
        """
        rngs = [np.random.default_rng(seed) for seed in seeds]
        self._draw_weights(rngs, np.broadcast_to(scales, len(rngs)).reshape(-1, 1, 1))
        batches = self._batches(rngs, steps, batch_size)
        rates = tf.constant(np.broadcast_to(rates, len(rngs)).reshape(-1, 1, 1), tf.float32)
        reports = []
        for first in range(0, steps, every):
            self._learn(tf.constant(batches[first : first + every], tf.int32), rates)
            reports.append([part.numpy() for part in self.judge(self.data.x_val, self.data.y_val)])
        return [np.array(part) for part in zip(*reports, strict=True)]

    def judge(self, x: Array | tf.Tensor, y: Array | tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]:
        """Evaluate all networks in inference mode. x: (n, d), y: (n,).

        Returns loss in nats and accuracy, (networks,), and mean and standard deviation of each ReLU's input,
        (layers, networks, units).
        """
        return self._judge(x, y)

    def gradient_lengths(self, x: Array | tf.Tensor, y: Array | tf.Tensor) -> tf.Tensor:
        """L2 norm of the gradient of the loss with respect to all trained weights, (networks,). x: (n, d), y: (n,)."""
        return self._gradient_lengths(x, y)

    def turn_after(self, x: Array | tf.Tensor, y: Array | tf.Tensor, length: float | tf.Tensor) -> tf.Tensor:
        """Cosine of the angle between the gradients before and after a step of gradient descent, (networks,).

        x: (n, d), y: (n,). length: L2 norm of the step in the space of all trained weights. The weights are restored.
        """
        return self._turn_after(x, y, length)

    def _judge_eagerly(
        self, x: Array | tf.Tensor, y: Array | tf.Tensor
    ) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]:
        logits, entering = self._outputs(x[None], False)
        means, variances = tf.nn.moments(tf.stack(entering), axes=[2])
        return mean_cross_entropies(logits, y[None]), accuracies(logits, y), means, tf.sqrt(variances)

    def _gradient_lengths_eagerly(self, x: Array | tf.Tensor, y: Array | tf.Tensor) -> tf.Tensor:
        gradients = self._gradients(x[None], y[None])
        return tf.sqrt(_dot(gradients, gradients))

    def _turn_after_eagerly(self, x: Array | tf.Tensor, y: Array | tf.Tensor, length: float | tf.Tensor) -> tf.Tensor:
        here = self._gradients(x[None], y[None])
        rates = (length / tf.sqrt(_dot(here, here)))[:, None, None]
        self._move(here, rates)
        there = self._gradients(x[None], y[None])
        self._move(here, -rates)
        return _dot(here, there) / tf.sqrt(_dot(here, here) * _dot(there, there))

    def _draw_weights(self, rngs: Sequence[np.random.Generator], scales: FloatArray) -> None:
        """Initialize all variables. scales: (networks, 1, 1), factors of the kernels."""
        for kernel in self.kernels:
            draws = np.array([rng.normal(0, np.sqrt(2 / kernel.shape[1]), kernel.shape[1:]) for rng in rngs])
            kernel.assign(scales * draws)
        for value, variables in ((0.0, self.biases + self.betas + self.means), (1.0, self.gammas + self.variances)):
            for variable in variables:
                variable.assign(tf.fill(variable.shape, value))

    def _batches(self, rngs: Sequence[np.random.Generator], steps: int, batch_size: int) -> IntArray:
        """Row indices (steps, networks, batch_size); an incomplete last batch of an epoch is dropped."""
        n = len(self.data.x_train)
        per_epoch = n // batch_size
        epochs = range(-(-steps // per_epoch))
        order = [np.concatenate([rng.permutation(n)[: per_epoch * batch_size] for _ in epochs]) for rng in rngs]
        return np.reshape(order, (len(rngs), -1, batch_size)).swapaxes(0, 1)[:steps]

    def _outputs(self, x: tf.Tensor, training: bool, update: bool = False) -> tuple[tf.Tensor, list[tf.Tensor]]:
        """Logits, and the input of every hidden layer's ReLU.

        training: normalize with the statistics of the batch. update: also update the moving statistics, and add noise
        in "shaken" networks.
        """
        entering = []
        for layer in range(self.depth):
            x = x @ self.kernels[layer] + self.biases[layer]
            x = self._normalize(x, layer, training, update) if self.norm in ("before", "shaken") else x
            entering.append(x)
            x = tf.nn.relu(x)
            x = self._normalize(x, layer, training, update) if self.norm == "after" else x
        return x @ self.kernels[-1] + self.biases[-1], entering

    def _normalize(self, x: tf.Tensor, layer: int, training: bool, update: bool) -> tf.Tensor:
        mean, variance = self.means[layer], self.variances[layer]
        if training:
            batch_mean, batch_variance = tf.nn.moments(x, axes=[1], keepdims=True)
            if update:
                mean.assign(self.momentum * mean + (1 - self.momentum) * batch_mean)
                variance.assign(self.momentum * variance + (1 - self.momentum) * batch_variance)
            mean, variance = batch_mean, batch_variance
        x = self.gammas[layer] * (x - mean) * tf.math.rsqrt(variance + EPS) + self.betas[layer]
        if self.norm == "shaken" and update:
            shift, stretch = (NOISE * tf.random.normal(tf.shape(mean)) for _ in range(2))
            x = x * tf.exp(stretch) + shift
        return x

    def _gradients(self, x: tf.Tensor, y: tf.Tensor, update: bool = False) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            logits, _ = self._outputs(x, True, update)
            total = tf.reduce_sum(mean_cross_entropies(logits, y))
        gradients: list[tf.Tensor] = tape.gradient(total, self.trained)
        return gradients

    def _move(self, gradients: Sequence[tf.Tensor], rates: tf.Tensor) -> None:
        for variable, gradient in zip(self.trained, gradients, strict=True):
            variable.assign_sub(rates * gradient)

    def _learn_eagerly(self, batches: tf.Tensor, rates: tf.Tensor) -> None:
        for rows in batches:
            x, y = tf.gather(self.data.x_train, rows), tf.gather(self.data.y_train, rows)
            self._move(self._gradients(x, y, update=True), rates)


def _dot(one: Sequence[tf.Tensor], other: Sequence[tf.Tensor]) -> tf.Tensor:
    """Dot product of two gradients with respect to all weights, (networks,)."""
    return sum(tf.reduce_sum(u * v, axis=[1, 2]) for u, v in zip(one, other, strict=True))
