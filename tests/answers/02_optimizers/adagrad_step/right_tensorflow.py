"""TensorFlow operations; tensors come back."""

import tensorflow as tf


def adagrad_step(theta, grad, accum, lr, eps=1e-7):
    grad, accum = tf.convert_to_tensor(grad), tf.convert_to_tensor(accum)
    accum = accum + tf.square(grad)
    return theta - lr * grad * tf.math.rsqrt(accum + eps), accum
