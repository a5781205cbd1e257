"""TensorFlow operations; tensors come back."""

import tensorflow as tf


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    theta, grad, velocity = (tf.convert_to_tensor(array) for array in (theta, grad, velocity))
    velocity = beta * velocity - lr * grad
    return tf.add(theta, velocity), velocity
