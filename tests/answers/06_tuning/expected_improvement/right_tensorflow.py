"""TensorFlow's erf."""


def expected_improvement(mu, sigma, best):
    gain = best - tf.constant(mu, tf.float64)
    sigma = tf.constant(sigma, tf.float64)
    z = tf.math.divide_no_nan(gain, sigma)
    ei = gain * (1 + tf.math.erf(z / np.sqrt(2))) / 2 + sigma * tf.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    return tf.where(sigma > 0, ei, tf.nn.relu(gain))
