"""Batch normalization before each activation in the blocks."""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        branch = keras.layers.BatchNormalization()(h)
        branch = keras.layers.Dense(width)(keras.layers.ReLU()(branch))
        h = keras.layers.Add()([h, branch])
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
