"""Networks with batch normalization, trained by plain gradient descent."""

from itertools import pairwise

import numpy as np
import tensorflow as tf

from dllabs.stacked.cross_entropy import accuracies, mean_cross_entropies

EPS = 1e-3  # added to each variance, as in Keras
NOISE = 0.3  # deviation of the shift, and of the logarithm of the stretch, in "shaken" networks


class NormalizedNetworks:
    """Networks inputs - equal hidden layers (ReLU) - classes (softmax) side by side, trained by plain gradient descent.

    norm: where batch normalization stands: "none", "before" the ReLU or "after" it; "shaken" is "before" with noise
    behind it, drawn anew for every unit, network and training step. data: a `dllabs.data.Dataset`. width, depth: of the
    hidden layers. momentum: share of the old statistics that an update of the moving statistics keeps.
    """

    def __init__(self, norm, data, n_networks, width=32, depth=4, momentum=0.9):
        self.norm, self.data, self.depth, self.momentum = norm, data, depth, momentum
        variables = lambda shapes: [tf.Variable(tf.zeros((n_networks, *shape))) for shape in shapes]
        widths = [data.x_train.shape[1], *[width] * depth, int(data.y_train.max()) + 1]
        self.kernels, self.biases = variables(pairwise(widths)), variables((1, units) for units in widths[1:])
        normed = [(1, width)] * (depth if norm != "none" else 0)
        self.gammas, self.betas, self.means, self.variances = (variables(normed) for _ in range(4))
        self.trained = self.kernels + self.biases + self.gammas + self.betas
        self._learn = tf.function(self._learn_eagerly, reduce_retracing=True)
        self.judge = tf.function(self.judge, reduce_retracing=True)
        self.gradient_lengths = tf.function(self.gradient_lengths)
        self.turn_after = tf.function(self.turn_after)

    def train(self, seeds, rates, steps, every=16, batch_size=64, scales=1.0):
        """Train anew, from He's weights times `scales`.

        seeds: one for each network, equal ones start from equal weights and take equal batches. rates, scales: one
        number, or one for each network. Returns what `judge` says about the validation rows after every so many steps,
        each part an array with a first axis for the time.
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

    def judge(self, x, y):
        """In inference mode: loss in nats and accuracy, (networks,); mean and deviation of what enters each ReLU.

        x: (n, d), y: (n,). The last two are (layers, networks, units).
        """
        logits, entering = self._outputs(x[None], False)
        means, variances = tf.nn.moments(tf.stack(entering), axes=[2])
        return mean_cross_entropies(logits, y[None]), accuracies(logits, y), means, tf.sqrt(variances)

    def gradient_lengths(self, x, y):
        """L2 norm of the loss gradient by all trained weights together, (networks,). x: (n, d), y: (n,)."""
        gradients = self._gradients(x[None], y[None])
        return tf.sqrt(_dot(gradients, gradients))

    def turn_after(self, x, y, length):
        """Cosine between the gradient here and the gradient after a step of this length against it, (networks,).

        x: (n, d), y: (n,). length: distance of the old weights from the new ones, all weights together. The networks
        are put back.
        """
        here = self._gradients(x[None], y[None])
        rates = (length / tf.sqrt(_dot(here, here)))[:, None, None]
        self._move(here, rates)
        there = self._gradients(x[None], y[None])
        self._move(here, -rates)
        return _dot(here, there) / tf.sqrt(_dot(here, here) * _dot(there, there))

    def _draw_weights(self, rngs, scales):
        for kernel in self.kernels:
            draws = np.array([rng.normal(0, np.sqrt(2 / kernel.shape[1]), kernel.shape[1:]) for rng in rngs])
            kernel.assign(scales * draws)
        for value, variables in ((0.0, self.biases + self.betas + self.means), (1.0, self.gammas + self.variances)):
            for variable in variables:
                variable.assign(tf.fill(variable.shape, value))

    def _batches(self, rngs, steps, batch_size):
        """Indices (steps, networks, batch_size); a smaller last batch of an epoch is left out."""
        n = len(self.data.x_train)
        per_epoch = n // batch_size
        epochs = range(-(-steps // per_epoch))
        order = [np.concatenate([rng.permutation(n)[: per_epoch * batch_size] for _ in epochs]) for rng in rngs]
        return np.reshape(order, (len(rngs), -1, batch_size)).swapaxes(0, 1)[:steps]

    def _outputs(self, x, training, update=False):
        """Logits, and for every hidden layer what enters its ReLU."""
        entering = []
        for layer in range(self.depth):
            x = x @ self.kernels[layer] + self.biases[layer]
            x = self._normalize(x, layer, training, update) if self.norm in ("before", "shaken") else x
            entering.append(x)
            x = tf.nn.relu(x)
            x = self._normalize(x, layer, training, update) if self.norm == "after" else x
        return x @ self.kernels[-1] + self.biases[-1], entering

    def _normalize(self, x, layer, training, update):
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

    def _gradients(self, x, y, update=False):
        with tf.GradientTape() as tape:
            logits, _ = self._outputs(x, True, update)
            total = tf.reduce_sum(mean_cross_entropies(logits, y))
        return tape.gradient(total, self.trained)

    def _move(self, gradients, rates):
        for variable, gradient in zip(self.trained, gradients, strict=True):
            variable.assign_sub(rates * gradient)

    def _learn_eagerly(self, batches, rates):
        for rows in batches:
            x, y = tf.gather(self.data.x_train, rows), tf.gather(self.data.y_train, rows)
            self._move(self._gradients(x, y, update=True), rates)


def _dot(one, other):
    """Dot product of two gradients by all weights, (networks,)."""
    return sum(tf.reduce_sum(u * v, axis=[1, 2]) for u, v in zip(one, other, strict=True))
