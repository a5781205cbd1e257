"""Networks that have few training rows, and the means against overfitting: many settings and seeds side by side."""

from typing import NamedTuple

import numpy as np
import tensorflow as tf

from dllabs.stacked.cross_entropy import cross_entropies

EPS = 1e-3  # added to each variance in batch normalization, as in Keras
WINDOW = 3  # width and height, in pixels, of what a convolution sees


class History(NamedTuple):
    """Loss in nats and error as a share, on training and dev rows: arrays of shape (settings, seeds, evaluations)."""

    loss: np.ndarray
    error: np.ndarray
    dev_loss: np.ndarray
    dev_error: np.ndarray


class FewRowsStudy:
    """Networks inputs - hidden (ReLU) - classes (softmax), trained by Adam with all their rows in each step.

    data: a `dllabs.data.Dataset` of square images. seeds: an iterable of ints; each gives its own training rows and its
    own initial weights. The dev rows are the validation rows of data unless a call brings others.

    Weights are a list [W1, b1, W2, b2], each with a first axis for the seed. A kernel W1 with nine rows is a
    convolution of 3x3 pixels, behind which stand ReLU and max pooling of 2x2.
    """

    def __init__(self, data, seeds):
        self.data = data
        self.seeds = list(seeds)
        self.dev = data.x_val, data.y_val

    def draw_rows(self, per_class, classes=range(10)):
        """For each seed its own training rows, as many of each class: x (seeds, n, inputs), labels (seeds, n)."""
        of_class = [np.flatnonzero(self.data.y_train == label) for label in classes]
        rngs = [np.random.default_rng(seed) for seed in self.seeds]
        rows = [np.concatenate([rng.choice(each, per_class, replace=False) for each in of_class]) for rng in rngs]
        return self.data.x_train[rows], self.data.y_train[rows]

    def draw_weights(self, inputs, hidden, flat, classes=10):
        """Glorot uniform kernels and zero biases; inputs: rows of W1, hidden: its columns, flat: rows of W2."""
        weights = []
        for seed in self.seeds:
            rng = np.random.default_rng(seed)
            for shape in ((inputs, hidden), (flat, classes)):
                limit = np.sqrt(6 / sum(shape))
                weights += [rng.uniform(-limit, limit, shape), np.zeros((1, shape[1]))]
        return [np.array(weights[part::4], dtype="float32") for part in range(4)]

    def train(self, settings, x, labels, weights, dev=None, steps=200, every=10, group=None):
        """Train one network for every setting and seed; returns its History and the final weights.

        settings: dicts with any of l2, drop_in, drop_hidden, learning_rate, first_layer (a factor on the learning rate
        of the first layer, 0 freezes it) and rows (n, weights of the training rows). x: (seeds, n, inputs), or
        (versions, seeds, n, inputs) to take another version in every step. dev: images (m, inputs) or (seeds, m,
        inputs), and their labels. weights: from draw_weights, or (settings, seeds, ...). every: steps between
        evaluations; steps beyond the last evaluation are not taken. group: batch normalization before the ReLU, over
        groups of so many rows, without gamma and beta.
        """
        cut = _windows if weights[0].shape[-2] == WINDOW**2 else lambda images: images[..., np.newaxis, :]
        x, x_dev = (tf.constant(_with_axes(cut(images), 5), tf.float32) for images in (x, (dev or self.dev)[0]))
        labels, y_dev = (tf.constant(_with_axes(values, 3), tf.int32) for values in (labels, (dev or self.dev)[1]))
        weights = [np.broadcast_to(part, (len(settings), *part.shape[-3:])) for part in weights]
        weights = [tf.constant(part, tf.float32) for part in weights]
        knobs = _Knobs.of(settings, labels.shape[2], group)
        state = weights, [tf.zeros_like(part) for part in weights], [tf.zeros_like(part) for part in weights]
        records = []
        for first in range(0, steps // every * every, every):
            state = _adam(*state, tf.constant(first), tf.constant(every), x, labels, knobs)
            final = state[0] if group is None else _folded(state[0], x)
            records.append([*_evaluate(final, x[:1], labels), *_evaluate(final, x_dev, y_dev)])
        return History(*np.array(records).transpose(1, 2, 3, 0)), [part.numpy() for part in final]


def wrong_rows(weights, x, labels):
    """Which rows the dense networks of a study's first setting get wrong: x (m, d) or (seeds, m, d) -> (seeds, m)."""
    W1, b1, W2, b2 = (part[0] for part in weights)
    return np.argmax(np.maximum(x @ W1 + b1, 0) @ W2 + b2, axis=2) != labels


class _Knobs(NamedTuple):
    """The settings as tensors: one number for each setting is (settings, 1, 1, 1), dropped: None without dropout."""

    learning_rates: list
    l2: tf.Tensor
    row_weights: tf.Tensor
    dropped: list | None
    group: tf.Tensor | None

    @classmethod
    def of(cls, settings, n_rows, group):
        each = lambda name, default: tf.constant([[[[s.get(name, default)]]] for s in settings], tf.float32)
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


@tf.function
def _adam(weights, m, v, t, steps, x, labels, knobs):
    """Some steps of Adam from step t on; step t uses version t (modulo their number) of the rows."""
    for _ in tf.range(steps):
        order = tf.random.shuffle(tf.range(tf.shape(labels)[2]))  # makes new groups; nothing else depends on it
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


def _forward(weights, x, dropped=None, group=None):
    """Scores (settings, seeds, n, classes) for x (1, 1 or seeds, n, windows, pixels)."""
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


def _drop(x, rate):
    keep = 1 - rate
    return x * tf.floor(tf.random.uniform(tf.shape(x)) + keep) / keep


@tf.function
def _evaluate(weights, x, labels):
    """Mean loss and share of mistakes, (settings, seeds) each."""
    scores = _forward(weights, x)
    mistakes = tf.cast(tf.argmax(scores, 3, tf.int32) != labels, tf.float32)
    return tf.reduce_mean(cross_entropies(scores, labels), 2), tf.reduce_mean(mistakes, 2)


def _folded(weights, x):
    """Batch normalization with the statistics of the training rows x, folded into the first layer."""
    W1, b1, W2, b2 = weights
    mean, variance = tf.nn.moments(x[0, :, :, 0] @ W1 + b1, [2], keepdims=True)
    return [W1 / tf.sqrt(variance + EPS), (b1 - mean) / tf.sqrt(variance + EPS), W2, b2]


def _windows(x):
    """Cut square images (..., pixels) into all windows of 3x3 pixels: (..., windows, 9)."""
    side = round(np.sqrt(x.shape[-1]))
    images = x.reshape(*x.shape[:-1], side, side)
    cut = np.lib.stride_tricks.sliding_window_view(images, (WINDOW, WINDOW), axis=(-2, -1))
    return cut.reshape(*x.shape[:-1], -1, WINDOW**2)


def _with_axes(values, count):
    """Put axes of length 1 in front until there are `count`."""
    return values.reshape(*(1,) * (count - values.ndim), *values.shape)
