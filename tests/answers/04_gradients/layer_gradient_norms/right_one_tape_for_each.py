"""A loop over the layers, each with a tape of its own; an array comes back."""


def layer_gradient_norms(model, loss_fn, x, y):
    norms = []
    for layer in model.layers:
        if "dense" in layer.name:
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch(layer.kernel.value)
                loss = loss_fn(y, model(x, training=False))
            gradient = tape.gradient(loss, layer.kernel.value)
            norms.append(float(np.sqrt(sum(entry**2 for entry in gradient.numpy().flat))))
    return np.array(norms)
