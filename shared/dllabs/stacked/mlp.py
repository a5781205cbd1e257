"""Networks with one hidden layer, trained by any Keras optimizer.

Keras' optimizers work elementwise, so stacking does not change the training of any network.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import tensorflow as tf

from dllabs.arrays import FloatArray
from dllabs.stacked.cross_entropy import cross_entropies
from dllabs.stacked.graphs import compiled

if TYPE_CHECKING:
    import keras

    from dllabs.data import Dataset


class History(NamedTuple):
    """Mean loss in nats and accuracy as a share for each seed and epoch: arrays of shape (seeds, epochs)."""

    loss: FloatArray
    val_loss: FloatArray
    val_accuracy: FloatArray


class StackedMLP:
    """Networks inputs - hidden (ReLU) - classes (softmax), one for each seed, trained by one optimizer.

    data: a `dllabs.data.Dataset`. optimizer: a Keras optimizer that trains nothing else. hidden: units of the hidden
    layer. seeds: one for each network; each gives its own weights and its own order of the rows.

    Raises ValueError if the optimizer already trains other variables.
    """

    def __init__(
        self,
        data: Dataset,
        optimizer: keras.optimizers.Optimizer,
        *,
        hidden: int = 32,
        batch_size: int = 32,
        seeds: Iterable[int] = range(10),
    ) -> None:
        if optimizer.built:
            raise ValueError("this optimizer already trains other variables: give every StackedMLP a new one")
        self.data = data
        self.optimizer = optimizer
        self.batch_size = batch_size
        self.seeds = list(seeds)
        self.widths = (data.x_train.shape[1], hidden, int(data.y_train.max()) + 1)
        self.variables = [tf.Variable(value) for value in self._initial_values()]
        optimizer.build(self.variables)
        self._initial_state = [variable.numpy() for variable in optimizer.variables]
        self._train_epoch = compiled(self._train_epoch_eagerly)
        self._evaluate = compiled(self._evaluate_eagerly)

    def train(self, epochs: int, learning_rate: float) -> History:
        """Reset the weights and the optimizer to their initial state, and train.

        In each epoch, an incomplete last batch is dropped. `loss` in the result is the mean over the epoch's batches.
        """
        self._restart(learning_rate)
        orders = [np.random.default_rng(seed) for seed in self.seeds]
        x_val, y_val = tf.constant(self.data.x_val), tf.constant(self.data.y_val, tf.int32)
        records = []
        for _ in range(epochs):
            order = np.stack([rng.permutation(len(self.data.x_train)) for rng in orders], axis=1)
            loss = self._train_epoch(tf.constant(order[: len(order) // self.batch_size * self.batch_size]))
            records.append([loss, *self._evaluate(x_val, y_val)])
        return History(*np.array(records).transpose(1, 2, 0))

    def _initial_values(self) -> list[FloatArray]:
        """For each layer Glorot uniform weights (seeds, d_in, d_out) and zero biases (seeds, 1, d_out)."""
        values = []
        for d_in, d_out in zip(self.widths, self.widths[1:], strict=False):
            limit = np.sqrt(6 / (d_in + d_out))
            weights = [np.random.default_rng(seed).uniform(-limit, limit, (d_in, d_out)) for seed in self.seeds]
            values += [np.stack(weights).astype("float32"), np.zeros((len(self.seeds), 1, d_out), "float32")]
        return values

    def _restart(self, learning_rate: float) -> None:
        for variable, value in zip(self.variables, self._initial_values(), strict=True):
            variable.assign(value)
        for variable, value in zip(self.optimizer.variables, self._initial_state, strict=True):
            variable.assign(value)
        self.optimizer.learning_rate = learning_rate

    def _losses_and_hits(self, x: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """x (seeds or 1, rows, inputs), labels (seeds or 1, rows) -> cross-entropy and correctness, (seeds, rows)."""
        w1, b1, w2, b2 = self.variables
        logits = tf.nn.relu(x @ w1 + b1) @ w2 + b2
        losses = cross_entropies(logits, labels)
        return losses, tf.argmax(logits, axis=2, output_type=tf.int32) == labels

    def _train_epoch_eagerly(self, order: tf.Tensor) -> tf.Tensor:
        """order: row indices (rows, seeds) -> mean training loss of the epoch, (seeds,)."""
        x, y = tf.constant(self.data.x_train), tf.constant(self.data.y_train, tf.int32)
        batches = tf.reshape(order, (-1, self.batch_size, len(self.seeds)))
        total = tf.zeros(len(self.seeds))
        for batch in batches:
            rows = tf.transpose(batch)
            with tf.GradientTape() as tape:
                losses, _ = self._losses_and_hits(tf.gather(x, rows), tf.gather(y, rows))
                mean_losses = tf.reduce_mean(losses, axis=1)
                # Differentiating the sum over seeds gives each weight the gradient of its own network.
                objective = tf.reduce_sum(mean_losses)
            self.optimizer.apply(tape.gradient(objective, self.variables))
            total += mean_losses
        return total / tf.cast(tf.shape(batches)[0], tf.float32)

    def _evaluate_eagerly(self, x: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """x (rows, inputs), labels (rows,) -> mean loss and accuracy, (seeds,) each."""
        losses, hits = self._losses_and_hits(x[tf.newaxis], labels[tf.newaxis])
        return tf.reduce_mean(losses, axis=1), tf.reduce_mean(tf.cast(hits, tf.float32), axis=1)
