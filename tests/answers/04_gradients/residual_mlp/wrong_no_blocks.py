"""Only the two outer layers.

check: every block has its own weights
hint: add the blocks
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width, "relu")(inputs)
    return keras.Model(inputs, keras.layers.Dense(n_classes, "softmax")(h))
