"""log_lr is not watched.

check: two parabolas, learning rate 0.25
hint: log_lr is not watched
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(theta)
            value = loss_train(theta)
        moved = theta - tf.exp(log_lr) * inner.gradient(value, theta)
        result = loss_val(moved)
    return outer.gradient(result, log_lr)
