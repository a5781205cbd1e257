"""tf.data, with rng choosing the seed of its shuffling."""

import tensorflow as tf


def minibatches(X, y, batch_size, rng):
    rows = tf.data.Dataset.from_tensor_slices((X, y))
    return rows.shuffle(len(X), seed=int(rng.integers(2**31))).batch(batch_size)
