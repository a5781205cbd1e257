"""The mask as a tensor."""

import tensorflow as tf


def dropout_forward(x, rate, rng, training):
    mask = tf.ones_like(x)
    if training:
        mask = tf.where(rng.random(x.shape) < rate, tf.zeros_like(x), tf.ones_like(x) / (1 - rate))
    return x * mask, mask
