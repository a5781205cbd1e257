"""tf.scan over the first axis; a tensor comes back."""

import tensorflow as tf


def ema(values, beta, bias_correction=True):
    values = tf.convert_to_tensor(values)
    raw = tf.scan(lambda v, x: beta * v + (1 - beta) * x, values, initializer=tf.zeros_like(values[0]))
    if not bias_correction:
        return raw
    t = tf.range(1, len(values) + 1, dtype=values.dtype)
    weight_given_out = 1 - tf.pow(tf.cast(beta, values.dtype), t)
    return raw / tf.reshape(weight_given_out, [-1] + [1] * (len(values.shape) - 1))
