"""The activation stands in the Dense layer of the block."""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width, "relu")(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width, "relu")(h)
    outputs = keras.layers.Dense(n_classes, "softmax")(h)
    return keras.Model(inputs, outputs)
