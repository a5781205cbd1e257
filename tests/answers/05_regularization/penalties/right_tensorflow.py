"""TensorFlow; the gradients by autodiff, tensors come back."""

import tensorflow as tf


def slopes(penalty, weights, lam):
    weights = [tf.constant(w) for w in weights]
    with tf.GradientTape() as tape:
        tape.watch(weights)
        value = penalty(weights, lam)
    return tape.gradient(value, weights)


def l1_penalty(weights, lam):
    return lam * tf.add_n([tf.reduce_sum(tf.abs(w)) for w in weights])


def l2_penalty(weights, lam):
    return lam * tf.add_n([tf.nn.l2_loss(w) for w in weights])


def l1_gradient(weights, lam):
    return slopes(l1_penalty, weights, lam)


def l2_gradient(weights, lam):
    return slopes(l2_penalty, weights, lam)
