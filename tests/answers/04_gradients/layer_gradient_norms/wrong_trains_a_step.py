"""The model is trained on the batch on the way.

check: batch normalization: its own weights are left out and its statistics are the stored ones
hint: the model's weights were changed
"""


def layer_gradient_norms(model, loss_fn, x, y):
    kernels = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    gradients = tape.gradient(loss, kernels)

    for kernel, gradient in zip(kernels, gradients, strict=True):
        kernel.assign_sub(0.1 * gradient)
    return [float(tf.norm(gradient)) for gradient in gradients]
