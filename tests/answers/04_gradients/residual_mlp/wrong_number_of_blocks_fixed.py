"""Four blocks, whatever depth says.

check: other sizes: one block, many blocks
hint: 12 block(s) hold 4 kernel(s)
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(4):
        h = h + keras.layers.Dense(width)(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
