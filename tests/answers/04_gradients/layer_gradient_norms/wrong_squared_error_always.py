"""The loss is always the squared error.

check: sigmoid layers and a cross-entropy agree with central differences
hint: stopped with
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x, training=False) - y) ** 2)
    gradients = tape.gradient(loss, kernels)
    return [float(tf.norm(gradient)) for gradient in gradients]
