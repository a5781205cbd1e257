"""The gradient is divided by its length, which is zero at the minimum.

check: where the step cannot help, the slope is zero
hint: got NaN, expected 0
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        with tf.GradientTape() as inner:
            inner.watch(theta)
            value = loss_train(theta)
        gradient = inner.gradient(value, theta)
        result = loss_val(theta - tf.exp(log_lr) * gradient / tf.norm(gradient))
    return outer.gradient(result, log_lr)
