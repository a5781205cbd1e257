"""Gaps as tensors."""

import tensorflow as tf


def diagnose(train_error, dev_error, target_error, tol):
    errors = tf.constant([target_error, train_error, dev_error], tf.float64)
    bias, variance = tf.unstack(errors[1:] - errors[:-1] > tf.constant(tol, tf.float64))
    if bias:
        return "both" if variance else "high bias"
    return "high variance" if variance else "ok"
