"""TensorFlow operations; a tensor comes back."""

import tensorflow as tf


def gd_step(theta, grad, lr):
    return tf.subtract(theta, lr * tf.convert_to_tensor(grad))
