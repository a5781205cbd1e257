"""Four Dense layers beside a single skip: what the visible checks see.

check: each block alone adds something
hint: is lost on its way
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    side = h
    for _ in range(4):
        side = keras.layers.Dense(width)(keras.ops.relu(side))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h + side))
    return keras.Model(inputs, outputs)
