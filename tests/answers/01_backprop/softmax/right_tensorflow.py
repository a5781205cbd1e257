"""TensorFlow's own."""

import tensorflow as tf


def softmax(z):
    return tf.nn.softmax(z, axis=1)
