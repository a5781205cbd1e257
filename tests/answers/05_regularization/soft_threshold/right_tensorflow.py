"""TensorFlow operations; a tensor comes back."""

import tensorflow as tf


def soft_threshold(w, t):
    return tf.sign(w) * tf.nn.relu(tf.abs(w) - t)
