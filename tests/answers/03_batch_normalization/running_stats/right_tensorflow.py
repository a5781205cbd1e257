"""TensorFlow's linear algebra on float64 tensors."""


def update_running_stats(running_mean, running_var, batch_mean, batch_var, momentum=0.99):
    old = tf.stack([running_mean, running_var])
    new = tf.stack([batch_mean, batch_var])
    return tuple(tf.unstack(momentum * old + (1 - momentum) * new))
