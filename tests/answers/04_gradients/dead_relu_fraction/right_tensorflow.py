"""TensorFlow in single precision."""


def dead_relu_fraction(activations):
    dead = tf.reduce_all(tf.equal(tf.convert_to_tensor(activations), 0), axis=0)
    return tf.reduce_mean(tf.cast(dead, tf.float32))
