"""A new Input, the base in inference mode when frozen, softmax as a layer of its own."""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    inputs = keras.Input(base.input_shape[1:])
    features = base(inputs, training=False if freeze else None)
    logits = keras.layers.Dense(n_classes)(features)
    return keras.Model(inputs, keras.layers.Softmax()(logits))
