"""Linear blocks and one relu before the last layer.

check: two blocks: each added, with a relu in it
hint: put a relu into each
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width)(h)
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
