"""One Dense layer is made before the loop.

check: every block has its own weights
hint: make a new Dense layer in every turn of the loop
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    dense = keras.layers.Dense(width)
    for _ in range(depth):
        h = h + dense(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
