"""Every layer with a kernel counts, convolutions too.

check: a convolution: its kernel is left out
hint: expected 2 values, got 3
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    return [float(tf.norm(gradient)) for gradient in tape.gradient(loss, kernels)]
