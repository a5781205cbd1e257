"""A plain network with a single skip from beginning to end.

check: each block alone adds something
hint: is lost on its way
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    branch = h
    for _ in range(depth):
        branch = keras.layers.Dense(width)(keras.ops.relu(branch))
    h = h + branch
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
