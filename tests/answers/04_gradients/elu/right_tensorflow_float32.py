"""TensorFlow in single precision."""


def elu(z, alpha=1.0):
    z = tf.cast(z, tf.float32)
    return tf.where(z > 0, z, alpha * tf.math.expm1(tf.minimum(z, 0.0)))


def elu_prime(z, alpha=1.0):
    z = tf.cast(z, tf.float32)
    return tf.where(z >= 0, tf.ones_like(z), alpha * tf.exp(tf.minimum(z, 0.0)))
