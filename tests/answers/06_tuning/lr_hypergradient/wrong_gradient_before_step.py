"""The validation gradient is taken before the step.

check: two parabolas, learning rate 0.25
hint: before the step
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    def gradient_of(loss):
        with tf.GradientTape() as tape:
            tape.watch(theta)
            value = loss(theta)
        return tape.gradient(value, theta)

    return -tf.exp(log_lr) * tf.reduce_sum(gradient_of(loss_val) * gradient_of(loss_train))
