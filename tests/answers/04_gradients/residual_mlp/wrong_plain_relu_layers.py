"""Dense layers one behind the other, without any addition.

check: two blocks: each added, with a relu in it
hint: the blocks are not added to their inputs
"""


def residual_mlp(n_inputs, width, depth, n_classes):
    layers = [keras.layers.Dense(width, "relu") for _ in range(depth)]
    last = keras.layers.Dense(n_classes, "softmax")
    return keras.Sequential([keras.Input((n_inputs,)), keras.layers.Dense(width), *layers, last])
