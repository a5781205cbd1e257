"""TensorFlow does the power, rng the draws."""


def sample_log_uniform(low, high, size, rng):
    return tf.exp(tf.constant(rng.uniform(np.log(low), np.log(high), size)))
