"""Tensors; float32."""


def cross_validate(fit_score, X, y, folds):
    scores = [fit_score(X[train], y[train], X[val], y[val]) for train, val in folds]

    scores = tf.constant(scores, tf.float32)
    k = len(folds)
    error = tf.sqrt(tf.reduce_sum((scores - tf.reduce_mean(scores)) ** 2) / (k - 1) / k)
    return tf.reduce_mean(scores), error
