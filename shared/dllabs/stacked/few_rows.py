"""Networks with few training rows and ways to reduce overfitting, for many settings and seeds at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypedDict

import numpy as np
import tensorflow as tf

from dllabs.arrays import Array, BoolArray, FloatArray, IntArray
from dllabs.stacked.cross_entropy import cross_entropies
from dllabs.stacked.graphs import compiled

if TYPE_CHECKING:
    from dllabs.data import Dataset

EPS = 1e-3  # added to each variance in batch normalization, as in Keras
WINDOW = 3  # width and height of a convolution's window in pixels

# [W1, b1, W2, b2] of all settings and seeds, (settings, seeds, ...) each.
_Weights: TypeAlias = list[tf.Tensor]


class History(NamedTuple):
    """Loss in nats and error as a share, on training and dev rows: arrays of shape (settings, seeds, evaluations)."""

    loss: FloatArray
    error: FloatArray
    dev_loss: FloatArray
    dev_error: FloatArray


class Setting(TypedDict, total=False):
    """How to train one network of each seed; every part is optional.

    l2: factor of the penalty l2 / 2 · Σ W² on both kernels, 0 by default. drop_in, drop_hidden: dropout rates of inputs
    and hidden units, 0 by default. learning_rate: of Adam, 0.01 by default. first_layer: factor of the learning rate of
    the first layer, 1 by default; 0 freezes it. rows: (n,) weights of the training rows, equal by default.
    """

    l2: float
    drop_in: float
    drop_hidden: float
    learning_rate: float
    first_layer: float
    rows: FloatArray


class FewRowsStudy:
    """Networks inputs - hidden (ReLU) - classes (softmax), trained by Adam with all their rows in each step.

    data: a `dllabs.data.Dataset` of square images. seeds: one for each network; each gives its own training rows and
    its own initial weights. The dev rows are the validation rows of data, unless others are passed to `train`.

    In the methods, weights is a list [W1, b1, W2, b2] of arrays with a first axis for the seed. A kernel W1 with nine
    rows is a convolution of 3x3 pixels, followed by ReLU and 2x2 max pooling.
    """

    def __init__(self, data: Dataset, seeds: Iterable[int]) -> None:
        self.data = data
        self.seeds = list(seeds)
        self.dev = data.x_val, data.y_val

    def draw_rows(self, per_class: int, classes: Iterable[int] = range(10)) -> tuple[FloatArray, IntArray]:
        """Random training rows for each seed, `per_class` of each class: x (seeds, n, inputs), labels (seeds, n)."""
        of_class = [np.flatnonzero(self.data.y_train == label) for label in classes]
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        rows = [np.concatenate([rng.choice(each, per_class, replace=False) for each in of_class]) for rng in rngs]
        return self.data.x_train[rows], self.data.y_train[rows]

    def draw_weights(self, inputs: int, hidden: int, flat: int, classes: int = 10) -> list[FloatArray]:
        """Glorot uniform kernels and zero biases.

        inputs: rows of W1. hidden: its columns. flat: rows of W2. classes: its columns.
        """
        weights = []
        for seed in self.seeds:
            rng = np.random.default_rng(seed)
            for shape in ((inputs, hidden), (flat, classes)):
                limit = np.sqrt(6 / sum(shape))
                weights += [rng.uniform(-limit, limit, shape), np.zeros((1, shape[1]))]
        return [np.array(weights[part::4], dtype="float32") for part in range(4)]

    def train(
        self,
        settings: Sequence[Setting],
        x: FloatArray,
        labels: IntArray,
        weights: Sequence[Array],
        dev: tuple[FloatArray, IntArray] | None = None,
        steps: int = 200,
        every: int = 10,
        group: int | None = None,
    ) -> tuple[History, list[FloatArray]]:
        """Train one network for every setting and seed.

        settings: dicts, see `Setting`. x: (seeds, n, inputs), or (versions, seeds, n, inputs) to use the versions in
        turn, one in each step. labels: (seeds, n). weights: the initial ones, from `draw_weights` or with shapes
        (settings, seeds, ...). dev: images (m, inputs) or (seeds, m, inputs), and their labels (m,) or (seeds, m).
        every: steps between evaluations; steps after the last evaluation are not taken. group: the number of rows over
        which to apply batch normalization (without gamma and beta) before the ReLU; None for no normalization.

        Returns the history, and the final weights (settings, seeds, ...); with normalization, the statistics of the
        training rows are folded into the first layer.
        """
        cut: Callable[[Array], Array] = (
            _windows if weights[0].shape[-2] == WINDOW**2 else lambda images: images[..., np.newaxis, :]
        )
        x, x_dev = (tf.constant(_with_axes(cut(images), 5), tf.float32) for images in (x, (dev or self.dev)[0]))
        labels, y_dev = (tf.constant(_with_axes(values, 3), tf.int32) for values in (labels, (dev or self.dev)[1]))
        shared = [np.broadcast_to(part, (len(settings), *part.shape[-3:])) for part in weights]
        initial = [tf.constant(part, tf.float32) for part in shared]
        knobs = _Knobs.of(settings, labels.shape[2], group)
        state = initial, [tf.zeros_like(part) for part in initial], [tf.zeros_like(part) for part in initial]
        records = []
        for first in range(0, steps // every * every, every):
            state = _adam(*state, tf.constant(first), tf.constant(every), x, labels, knobs)
            final = state[0] if group is None else _folded(state[0], x)
            records.append([*_evaluate(final, x[:1], labels), *_evaluate(final, x_dev, y_dev)])
        return History(*np.array(records).transpose(1, 2, 3, 0)), [part.numpy() for part in final]


def wrong_rows(weights: Sequence[Array], x: FloatArray, labels: IntArray) -> BoolArray:
    """Which rows the networks of the first setting misclassify, (seeds, m).

    weights: those of dense networks, from `FewRowsStudy.train`. x: (m, inputs) or (seeds, m, inputs). labels: (m,) or
    (seeds, m).
    """
    W1, b1, W2, b2 = (part[0] for part in weights)
    wrong: BoolArray = np.argmax(np.maximum(x @ W1 + b1, 0) @ W2 + b2, axis=2) != labels
    return wrong


class _Knobs(NamedTuple):
    """The settings as tensors: (settings, 1, 1, 1) for one number per setting, (settings, 1, n) for row_weights.

    learning_rates: for each of [W1, b1, W2, b2]. dropped: rates for inputs and hidden units, None without dropout.
    """

    learning_rates: list[tf.Tensor]
    l2: tf.Tensor
    row_weights: tf.Tensor
    dropped: list[tf.Tensor] | None
    group: tf.Tensor | None

    @classmethod
    def of(cls, settings: Sequence[Setting], n_rows: int, group: int | None) -> _Knobs:
        def each(name: str, default: float) -> tf.Tensor:
            return tf.constant([[[[s.get(name, default)]]] for s in settings], tf.float32)

        rate = each("learning_rate", 0.01)
        row_weights = [[s.get("rows", np.ones(n_rows))] for s in settings]
        drops = any("drop" in name for s in settings for name in s)
        return cls(
            learning_rates=[rate * each("first_layer", 1.0)] * 2 + [rate] * 2,
            l2=each("l2", 0.0),
            row_weights=tf.constant(np.array(row_weights), tf.float32),
            dropped=[each("drop_in", 0.0), each("drop_hidden", 0.0)] if drops else None,
            group=None if group is None else tf.constant(group),
        )


@compiled
def _adam(
    weights: _Weights,
    m: _Weights,
    v: _Weights,
    t: tf.Tensor,
    steps: tf.Tensor,
    x: tf.Tensor,
    labels: tf.Tensor,
    knobs: _Knobs,
) -> tuple[_Weights, _Weights, _Weights]:
    """Take `steps` steps of Adam (Kingma and Ba, 2015), from step t; returns the new weights and moments m and v.

    Step t uses version t of the rows, modulo the number of versions.
    """
    for _ in tf.range(steps):
        order = tf.random.shuffle(tf.range(tf.shape(labels)[2]))  # only the groups of batch normalization depend on it
        rows = tf.gather(x[t % tf.shape(x)[0]][tf.newaxis], order, axis=2)
        t += 1
        with tf.GradientTape() as tape:
            tape.watch(weights)
            scores = _forward(weights, rows, knobs.dropped, knobs.group)
            losses = cross_entropies(scores, tf.gather(labels, order, axis=2))
            share = tf.gather(knobs.row_weights, order, axis=2)
            fit = tf.reduce_sum(losses * share, 2) / tf.reduce_sum(share, 2)
            objective = tf.reduce_sum(fit) + sum(tf.reduce_sum(knobs.l2 / 2 * W**2) for W in weights[::2])
        gradients = tape.gradient(objective, weights)
        m = tf.nest.map_structure(lambda old, g: 0.9 * old + 0.1 * g, m, gradients)
        v = tf.nest.map_structure(lambda old, g: 0.999 * old + 0.001 * g**2, v, gradients)
        count = tf.cast(t, tf.float32)
        correction = tf.sqrt(1 - 0.999**count) / (1 - 0.9**count)
        rates = [rate * correction for rate in knobs.learning_rates]
        weights = tf.nest.map_structure(lambda w, rate, a, b: w - rate * a / (tf.sqrt(b) + 1e-7), weights, rates, m, v)
    return weights, m, v


def _forward(
    weights: _Weights, x: tf.Tensor, dropped: list[tf.Tensor] | None = None, group: tf.Tensor | None = None
) -> tf.Tensor:
    """Logits (settings, seeds, n, classes) for x (1, 1 or seeds, n, windows, pixels)."""
    W1, b1, W2, b2 = weights
    settings, seeds, n, hidden = tf.shape(W1)[0], tf.shape(W1)[1], tf.shape(x)[2], W1.shape[-1]
    side = round(np.sqrt(x.shape[3]))
    x = tf.reshape(x, (1, tf.shape(x)[1], -1, W1.shape[-2]))
    if dropped is not None:
        x = _drop(tf.broadcast_to(x, (settings, seeds, tf.shape(x)[2], W1.shape[-2])), dropped[0])
    z = x @ W1 + b1
    if group is not None:
        z = tf.reshape(z, (settings, seeds, -1, group, hidden))
        mean, variance = tf.nn.moments(z, [3], keepdims=True)
        z = tf.reshape((z - mean) * tf.math.rsqrt(variance + EPS), (settings, seeds, n, hidden))
    activations = tf.nn.relu(z)
    if side > 1:
        images = tf.reshape(activations, (settings * seeds * n, side, side, hidden))
        activations = tf.nn.max_pool2d(images, 2, 2, "VALID")
    activations = tf.reshape(activations, (settings, seeds, n, W2.shape[-2]))
    return (activations if dropped is None else _drop(activations, dropped[1])) @ W2 + b2


def _drop(x: tf.Tensor, rate: tf.Tensor) -> tf.Tensor:
    """Inverted dropout: zero a random share `rate` of the entries and divide the others by 1 − rate."""
    keep = 1 - rate
    return x * tf.floor(tf.random.uniform(tf.shape(x)) + keep) / keep


@compiled
def _evaluate(weights: _Weights, x: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """Mean loss in nats and share of misclassified rows, (settings, seeds) each."""
    scores = _forward(weights, x)
    mistakes = tf.cast(tf.argmax(scores, 3, tf.int32) != labels, tf.float32)
    return tf.reduce_mean(cross_entropies(scores, labels), 2), tf.reduce_mean(mistakes, 2)


def _folded(weights: _Weights, x: tf.Tensor) -> _Weights:
    """Weights whose first layer includes batch normalization with the statistics of the training rows x."""
    W1, b1, W2, b2 = weights
    mean, variance = tf.nn.moments(x[0, :, :, 0] @ W1 + b1, [2], keepdims=True)
    return [W1 / tf.sqrt(variance + EPS), (b1 - mean) / tf.sqrt(variance + EPS), W2, b2]


def _windows(x: Array) -> Array:
    """All windows of 3x3 pixels in square images (..., pixels): (..., windows, 9)."""
    side = round(np.sqrt(x.shape[-1]))
    images = x.reshape(*x.shape[:-1], side, side)
    cut = np.lib.stride_tricks.sliding_window_view(images, (WINDOW, WINDOW), axis=(-2, -1))
    return cut.reshape(*x.shape[:-1], -1, WINDOW**2)


def _with_axes(values: Array, count: int) -> Array:
    """Add axes of length 1 in front, up to `count` axes in total."""
    return values.reshape(*(1,) * (count - values.ndim), *values.shape)
