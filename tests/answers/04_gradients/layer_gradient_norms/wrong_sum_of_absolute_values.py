"""The L1 norm.

check: two matrices: the norm runs over all entries
hint: the absolute values are summed
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    gradients = tape.gradient(loss, kernels)
    return [float(tf.norm(gradient, ord=1)) for gradient in gradients]
