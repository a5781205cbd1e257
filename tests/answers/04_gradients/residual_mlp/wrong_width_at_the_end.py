"""An additional layer of another width before the last one.

check: probabilities: one per class, each row sums to one
hint: 7 units must reach the last layer, not 14
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    inputs = keras.Input((n_inputs,))
    h = keras.layers.Dense(width)(inputs)
    for _ in range(depth):
        h = h + keras.layers.Dense(width)(keras.ops.relu(h))
    h = keras.layers.Dense(2 * width, "relu")(h)
    outputs = keras.layers.Dense(n_classes, "softmax")(h)
    return keras.Model(inputs, outputs)
