"""The sum goes through a relu, so that the road is closed for negative entries.

check: two blocks: each added, with a relu in it
hint: a relu stands on the road past the blocks
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = keras.ops.relu(h + keras.layers.Dense(width)(keras.ops.relu(h)))
    return keras.Model(inputs, keras.layers.Dense(n_classes, "softmax")(h))
