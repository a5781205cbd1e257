"""Every block adds the output of the first layer.

check: each block alone adds something
hint: is lost on its way
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    start = h
    for _ in range(depth):
        h = start + keras.layers.Dense(width)(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
