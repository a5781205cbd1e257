"""TensorFlow operations; a tensor comes back."""


def vae_loss(x, x_hat, mu, log_var, beta=1.0):
    error = tf.reduce_sum(tf.math.squared_difference(x, x_hat), axis=-1)
    divergence = -tf.reduce_sum(1.0 + log_var - tf.square(mu) - tf.exp(log_var), axis=-1) / 2
    return tf.reduce_mean(error + beta * divergence)
