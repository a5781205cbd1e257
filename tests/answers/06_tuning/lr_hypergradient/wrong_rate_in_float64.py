"""The rate is cast to float64, whatever the weights are.

check: float32, as in a Keras model
hint: stopped with
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        with tf.GradientTape() as inner:
            inner.watch(theta)
            value = loss_train(theta)
        rate = tf.exp(tf.cast(log_lr, tf.float64))
        result = loss_val(theta - rate * inner.gradient(value, theta))
    return outer.gradient(result, log_lr)
