"""The first layer is made once, outside.

check: two models share nothing
hint: make all layers inside the function
"""

FIRST = {}


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = FIRST.setdefault((n_inputs, width), keras.layers.Dense(width))(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width)(keras.ops.relu(h))
    outputs = keras.layers.Dense(n_classes, "softmax")(keras.ops.relu(h))
    return keras.Model(inputs, outputs)
