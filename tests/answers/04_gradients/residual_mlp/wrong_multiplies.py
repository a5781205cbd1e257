"""Multiply instead of Add.

check: silent blocks (all weights zero) let the input through
hint: the blocks pass nothing on
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = keras.layers.Multiply()([h, keras.layers.Dense(width)(keras.ops.relu(h))])
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
