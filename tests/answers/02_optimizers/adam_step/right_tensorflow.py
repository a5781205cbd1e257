"""TensorFlow operations; tensors come back."""

import tensorflow as tf


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    theta, grad, m, v = (tf.convert_to_tensor(array) for array in (theta, grad, m, v))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * tf.square(grad)
    return theta - lr * (m / (1 - beta1**t)) / (tf.sqrt(v / (1 - beta2**t)) + eps), m, v
