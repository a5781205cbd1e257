"""Add layers, and the scaled initializer."""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        branch = keras.layers.ReLU()(h)
        branch = keras.layers.Dense(width, kernel_initializer=keras.initializers.VarianceScaling(2 / depth))(branch)
        h = keras.layers.Add()([h, branch])
    h = keras.layers.Activation("relu")(h)
    outputs = keras.layers.Dense(n_classes, activation="softmax")(h)
    return keras.Model(inputs, outputs)
