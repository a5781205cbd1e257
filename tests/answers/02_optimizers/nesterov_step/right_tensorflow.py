"""TensorFlow operations; tensors come back, and grad_fn gets one too."""

import tensorflow as tf


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    theta, velocity = tf.convert_to_tensor(theta), tf.convert_to_tensor(velocity)
    slope = tf.convert_to_tensor(grad_fn(theta + beta * velocity))
    velocity = beta * velocity - lr * slope
    return theta + velocity, velocity
