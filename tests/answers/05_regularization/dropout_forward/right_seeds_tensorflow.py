"""TensorFlow draws the numbers, with a seed drawn from rng."""

import tensorflow as tf


def dropout_forward(x, rate, rng, training):
    if not training:
        return tf.identity(x), tf.ones_like(x)
    seed = rng.integers(2**31, size=2)
    mask = tf.cast(tf.random.stateless_uniform(x.shape, seed) >= rate, tf.float64) / (1 - rate)
    return tf.constant(x) * mask, mask
