"""The product of the gradients as a dot product of vectors.

check: bent losses, against central differences
hint: stopped with
"""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    def gradient_of(loss, at):
        with tf.GradientTape() as tape:
            tape.watch(at)
            value = loss(at)
        return tape.gradient(value, at)

    slope, rate = gradient_of(loss_train, theta), tf.exp(log_lr)
    return -rate * tf.tensordot(gradient_of(loss_val, theta - rate * slope), slope, 1)
