"""Deep networks of equal width: what arrives at each layer, how much gradient comes back, and plain descent."""

from itertools import pairwise

import numpy as np
import tensorflow as tf

from dllabs.stacked.cross_entropy import accuracies, mean_cross_entropies

MEASURED_ROWS = 500  # of the training rows, for the loss between epochs


class DeepNetworks:
    """Networks inputs - any number of equal hidden layers - classes (softmax), one for each seed.

    data: a `dllabs.data.Dataset`. seeds: an iterable of ints; each gives its own weights and its own order of the
    rows. width: units of every hidden layer.

    Weights are a pair (kernels, biases) of lists, one array (seeds, d_in, d_out) and (seeds, 1, d_out) for each layer.
    activation: a TensorFlow function. skip: every hidden layer after the first adds to what entered it.
    """

    def __init__(self, data, seeds, width=32):
        self.seeds = list(seeds)
        self.width = width
        self.x_train, self.x_val = tf.constant(data.x_train), tf.constant(data.x_val)
        self.y_train, self.y_val = tf.constant(data.y_train, tf.int32), tf.constant(data.y_val, tf.int32)
        self.classes = int(data.y_train.max()) + 1

    def draw_weights(self, draw, depth, bias=0.0):
        """Weights of `depth` hidden layers and the output layer.

        draw(fan_in, fan_out, rng) gives one kernel (fan_in, fan_out); bias: the value of all hidden and output biases.
        """
        widths = list(pairwise([self.x_train.shape[1], *[self.width] * depth, self.classes]))
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        kernels = [np.stack([np.asarray(draw(*fans, rng), dtype=float) for rng in rngs]) for fans in widths]
        return kernels, [np.full((len(rngs), 1, fan_out), bias) for _, fan_out in widths]

    def forward(self, weights, x, activation, skip=False):
        """Inputs (n, d) or (seeds, n, d) -> logits (seeds, n, classes) and the sums before each activation, a list."""
        (first, *inner, last), (first_bias, *inner_biases, last_bias) = weights
        sums = [x @ first + first_bias]
        for kernel, bias in zip(inner, inner_biases, strict=True):
            update = activation(sums[-1]) @ kernel + bias
            sums.append(sums[-1] + update if skip else update)
        return activation(sums[-1]) @ last + last_bias, sums

    def losses(self, weights, rows, activation, skip=False):
        """Mean cross-entropy in nats of each network on training rows, (seeds,).

        rows: indices (n,), the same for all, or (seeds, n).
        """
        logits, _ = self.forward(weights, tf.gather(self.x_train, rows), activation, skip)
        return mean_cross_entropies(logits, tf.gather(self.y_train, rows))

    def gradient_norms(self, weights, activation, skip=False, rows=32):
        """L2 norm of the loss gradient of every kernel, (layers, seeds); double precision, for very small numbers.

        rows: how many training rows make the batch, the first ones.
        """
        kernels, biases = [[tf.constant(array, tf.float64) for array in arrays] for arrays in weights]
        with tf.GradientTape() as tape:
            tape.watch(kernels)
            logits, _ = self.forward((kernels, biases), tf.cast(self.x_train[:rows], tf.float64), activation, skip)
            losses = mean_cross_entropies(logits, self.y_train[:rows])
        return np.array([tf.norm(gradient, axis=(1, 2)) for gradient in tape.gradient(losses, kernels)])

    def train(self, weights, activation, rates, epochs, skip=False, batch_size=64):
        """Plain mini-batch descent from the same weights with each of the rates; all networks side by side.

        Returns {rate: (loss, accuracy, sums)}: training loss in nats (of 500 rows) and validation accuracy, both
        (epochs + 1, seeds), and after the last epoch the sums before each activation on the 500 rows.
        """
        kernels, biases = ([tf.Variable(array, dtype=tf.float32) for array in arrays] for arrays in weights)
        variables = kernels + biases
        start = [variable.numpy() for variable in variables]

        @tf.function
        def step(rows, rate):
            with tf.GradientTape() as tape:
                losses = self.losses((kernels, biases), rows, activation, skip)
            for variable, gradient in zip(variables, tape.gradient(losses, variables), strict=True):
                variable.assign_sub(rate * gradient)

        @tf.function
        def measure():
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

    def _orders(self, epochs, batch_size):
        """For each epoch its batches: indices (batches, seeds, batch_size); a smaller last batch is left out."""
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        n = len(self.x_train)
        for _ in range(epochs):
            order = np.stack([rng.permutation(n)[: n // batch_size * batch_size] for rng in rngs])
            yield order.reshape(len(rngs), -1, batch_size).transpose(1, 0, 2)
