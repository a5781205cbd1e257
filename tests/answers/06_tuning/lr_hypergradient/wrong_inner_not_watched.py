"""theta is not watched by the inner tape.

check: two parabolas, learning rate 0.25
hint: the inner gradient is None
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        with tf.GradientTape() as inner:
            value = loss_train(theta)
        moved = theta - tf.exp(log_lr) * inner.gradient(value, theta)
        result = loss_val(moved)
    return outer.gradient(result, log_lr)
