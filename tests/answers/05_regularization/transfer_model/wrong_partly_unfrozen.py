"""Unfrozen, only the last layer of the base learns.

check: unfrozen: the base learns too
hint: only a part of the base learnt
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    for layer in base.layers[:-1]:
        layer.trainable = False
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
