"""The inner gradient does not depend on log_lr, so it may come first."""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    with tf.GradientTape() as tape:
        tape.watch(theta)
        value = loss_train(theta)
    grad = tape.gradient(value, theta)
    with tf.GradientTape() as tape:
        tape.watch(log_lr)
        result = loss_val(theta - tf.exp(log_lr) * grad)
    return tape.gradient(result, log_lr)
