"""The chain rule by hand: minus the rate times the product of the two gradients."""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    def gradient_of(loss, at):
        with tf.GradientTape() as tape:
            tape.watch(at)
            value = loss(at)
        return tape.gradient(value, at)

    slope, rate = gradient_of(loss_train, theta), tf.exp(log_lr)
    return -rate * tf.reduce_sum(gradient_of(loss_val, theta - rate * slope) * slope)
