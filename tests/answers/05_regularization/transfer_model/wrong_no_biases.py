"""The new layer has no biases.

check: the new layer stands on the base's own output
hint: have biases
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax", use_bias=False)])
