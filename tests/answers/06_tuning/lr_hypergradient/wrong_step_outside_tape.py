"""The step is made before the tape is opened.

check: two parabolas, learning rate 0.25
hint: must be computed inside the outer tape
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as inner:
        inner.watch(theta)
        value = loss_train(theta)
    moved = theta - tf.exp(log_lr) * inner.gradient(value, theta)
    with tf.GradientTape() as outer:
        outer.watch(log_lr)
        result = loss_val(moved)
    return outer.gradient(result, log_lr)
