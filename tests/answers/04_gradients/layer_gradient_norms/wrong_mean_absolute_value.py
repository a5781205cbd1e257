"""The mean size of an entry.

check: two matrices: the norm runs over all entries
hint: that is the mean absolute value
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    gradients = tape.gradient(loss, kernels)
    return [float(tf.reduce_mean(tf.abs(gradient))) for gradient in gradients]
