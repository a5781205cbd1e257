"""TensorFlow operations; a tensor comes back."""


def reparameterize(mu, log_var, eps):
    return tf.add(mu, tf.multiply(tf.exp(tf.divide(log_var, 2)), eps))
