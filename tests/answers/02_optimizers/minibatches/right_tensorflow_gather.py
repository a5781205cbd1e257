"""Tensors come out, gathered by shuffled row numbers."""

import tensorflow as tf


def minibatches(X, y, batch_size, rng):
    order = tf.convert_to_tensor(rng.permutation(len(X)))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield tf.gather(X, rows), tf.gather(y, rows)
