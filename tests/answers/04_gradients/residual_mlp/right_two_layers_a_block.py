"""Two Dense layers in every block, the second one starts at zero."""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        branch = keras.layers.Dense(width, "relu")(h)
        branch = keras.layers.Dense(width, kernel_initializer="zeros")(branch)
        h = keras.layers.add([h, branch])
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
