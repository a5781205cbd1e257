"""The gradient is stopped, but running statistics go on.

check: a frozen base with batch normalization keeps its running statistics
hint: which also holds its statistics
"""


def transfer_model(base, n_classes, freeze=True):
    inputs = keras.Input(base.input_shape[1:])
    features = base(inputs, training=True if freeze else None)
    if freeze:
        features = keras.layers.Lambda(keras.ops.stop_gradient)(features)
    return keras.Model(inputs, keras.layers.Dense(n_classes, activation="softmax")(features))
