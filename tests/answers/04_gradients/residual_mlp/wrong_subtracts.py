"""The block is taken away from its input.

check: two blocks: each added, with a relu in it
hint: the blocks are subtracted
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = h - keras.layers.Dense(width)(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
