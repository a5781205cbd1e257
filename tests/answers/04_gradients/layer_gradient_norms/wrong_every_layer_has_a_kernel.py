"""Every layer with trainable weights is measured by its first one.

check: batch normalization: its own weights are left out and its statistics are the stored ones
hint: expected shape (2,), got (3,)
"""


def layer_gradient_norms(model, loss_fn, x, y):
    layers = [layer for layer in model.layers if layer.trainable_weights]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    gradients = tape.gradient(loss, [layer.trainable_weights[0] for layer in layers])
    return [float(tf.norm(gradient)) for gradient in gradients]
