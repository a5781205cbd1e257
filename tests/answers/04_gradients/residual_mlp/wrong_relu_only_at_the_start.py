"""A relu behind the first layer, linear blocks.

check: two blocks: each added, with a relu in it
hint: put a relu into each
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width, "relu")(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width)(h)
    return keras.Model(inputs, keras.layers.Dense(n_classes, "softmax")(h))
