"""The training loss after the step.

check: two parabolas, learning rate 0.25
hint: the training loss after the step
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        with tf.GradientTape() as inner:
            inner.watch(theta)
            value = loss_train(theta)
        moved = theta - tf.exp(log_lr) * inner.gradient(value, theta)
        result = loss_train(moved)
    return outer.gradient(result, log_lr)
