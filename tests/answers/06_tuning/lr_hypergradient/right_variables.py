"""Variables, which tapes watch by themselves; a float comes back."""


def lr_hypergradient(loss_train, loss_val, theta, log_lr):
    weights, log_rate = tf.Variable(theta), tf.Variable(log_lr)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            value = loss_train(weights + 0)
        moved = weights - tf.exp(log_rate) * inner.gradient(value, weights)
        result = loss_val(moved)
    return outer.gradient(result, log_rate).numpy()
