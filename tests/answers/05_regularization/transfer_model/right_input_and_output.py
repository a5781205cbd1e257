"""From the base's input to its output, and on."""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    return keras.Model(base.input, keras.layers.Dense(n_classes, activation="softmax")(base.output))
