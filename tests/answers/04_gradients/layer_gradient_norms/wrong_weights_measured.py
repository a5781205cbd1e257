"""The norms of the kernels.

check: three single neurons in a row
hint: those are the norms of the weights
"""


def layer_gradient_norms(model, loss_fn, x, y):
    return [float(tf.norm(layer.kernel)) for layer in model.layers if isinstance(layer, keras.layers.Dense)]
