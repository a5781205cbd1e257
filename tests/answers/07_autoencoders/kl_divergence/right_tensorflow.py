"""TensorFlow operations; a tensor comes back."""


def kl_divergence(mu, log_var):
    terms = tf.square(mu) + tf.exp(log_var) - 1.0 - log_var
    return tf.reduce_sum(terms, axis=-1) / 2
