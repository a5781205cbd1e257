"""By the rate instead of its logarithm.

check: two parabolas, learning rate 0.25
hint: differentiate by its logarithm
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    rate = tf.exp(log_lr)
    with tf.GradientTape() as outer:
        outer.watch(rate)
        with tf.GradientTape() as inner:
            inner.watch(theta)
            value = loss_train(theta)
        result = loss_val(theta - rate * inner.gradient(value, theta))
    return outer.gradient(result, rate)
