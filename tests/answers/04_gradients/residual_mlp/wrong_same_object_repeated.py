"""[layer] * depth repeats one object.

check: every block has its own weights
hint: 4 blocks hold 1 kernel(s) together
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    layers = [keras.layers.Dense(width)] * depth
    for _ in range(depth):
        h = h + layers.pop()(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
