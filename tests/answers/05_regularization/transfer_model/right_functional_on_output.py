"""The new layer grows out of the base's own graph; each layer is frozen by itself."""


def transfer_model(base, n_classes, freeze=True):
    for layer in base.layers:
        layer.trainable = not freeze
    base.trainable = not freeze
    outputs = keras.layers.Dense(n_classes, activation="softmax")(base.outputs[0])
    return keras.Model(base.inputs, outputs)
