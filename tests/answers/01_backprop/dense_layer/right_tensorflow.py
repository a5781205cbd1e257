"""TensorFlow's products, and its tape on the way back."""

import tensorflow as tf


def dense_forward(x, W, b):
    return tf.matmul(x, W) + b


def dense_backward(delta, x, W):
    x, W = tf.Variable(x), tf.Variable(W)
    b = tf.Variable(np.zeros(W.shape[1]))
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(delta * (tf.matmul(x, W) + b))
    return tape.gradient(total, [x, W, b])
