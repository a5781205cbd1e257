"""Cross-entropy and accuracy of many classifiers at once."""

from __future__ import annotations

import tensorflow as tf


def cross_entropies(logits: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """Cross-entropy in nats, −ln softmax(logits)[label], of each row, (..., n).

    logits: (..., n, classes). labels: integers of any shape that broadcasts to (..., n).
    """
    labels = tf.broadcast_to(labels, tf.shape(logits)[:-1])
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)


def mean_cross_entropies(logits: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """Mean cross-entropy in nats of each network, (...,); the arguments are those of `cross_entropies`."""
    return tf.reduce_mean(cross_entropies(logits, labels), axis=-1)


def accuracies(logits: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """Share of rows that each network classifies correctly, (...,); the arguments are those of `cross_entropies`."""
    hits = tf.argmax(logits, axis=-1, output_type=labels.dtype) == labels
    return tf.reduce_mean(tf.cast(hits, tf.float32), axis=-1)
