"""TensorFlow's loss and its tape."""

import tensorflow as tf


def logistic_loss_and_grads(w, b, X, y):
    w, b = tf.Variable(w), tf.Variable(b, dtype="float64")
    with tf.GradientTape() as tape:
        scores = tf.linalg.matvec(X, w) + b
        losses = tf.nn.sigmoid_cross_entropy_with_logits(tf.cast(y, scores.dtype), scores)
        loss = tf.reduce_mean(losses)
    dw, db = tape.gradient(loss, [w, b])
    return loss, dw, db
