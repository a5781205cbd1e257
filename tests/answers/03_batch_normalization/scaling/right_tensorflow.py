"""TensorFlow operations; tensors come back."""


def min_max_scale(X_train, X):
    low, high = tf.reduce_min(X_train, axis=0), tf.reduce_max(X_train, axis=0)
    return (X - low) / tf.where(high > low, high - low, tf.ones_like(high))


def standardize(X_train, X):
    mean, variance = tf.nn.moments(tf.constant(X_train), axes=[0])
    return (X - mean) / tf.where(variance > 0, tf.sqrt(variance), tf.ones_like(variance))
