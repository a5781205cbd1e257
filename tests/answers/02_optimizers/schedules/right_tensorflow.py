"""TensorFlow operations in double precision; tensors come back."""

import tensorflow as tf


def power_schedule(lr0, epoch, s):
    lr0, epoch, s = (tf.constant(number, dtype=tf.float64) for number in (lr0, epoch, s))
    return lr0 / (1 + epoch / s)


def exponential_schedule(lr0, epoch, s):
    lr0, epoch, s = (tf.constant(number, dtype=tf.float64) for number in (lr0, epoch, s))
    return lr0 * tf.pow(tf.constant(0.1, dtype=tf.float64), epoch / s)
