"""Only the ends of the network.

check: three single neurons in a row
hint: expected shape (3,), got (2,)
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    gradients = tape.gradient(loss, kernels)
    return [float(tf.norm(gradients[0])), float(tf.norm(gradients[-1]))]
