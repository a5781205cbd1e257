"""TensorFlow operations; tensors come back."""

import tensorflow as tf


def rmsprop_step(theta, grad, mean_square, lr, rho=0.9, eps=1e-7):
    grad, mean_square = tf.convert_to_tensor(grad), tf.convert_to_tensor(mean_square)
    mean_square = rho * mean_square + (1 - rho) * tf.square(grad)
    return theta - lr * grad / (tf.sqrt(mean_square) + eps), mean_square
