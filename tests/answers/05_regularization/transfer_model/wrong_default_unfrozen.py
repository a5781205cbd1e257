"""The default of freeze was changed.

check: the base is frozen if nobody says otherwise, and 5 classes work as well as 3
hint: freeze is True by default
"""


def transfer_model(base, n_classes, freeze=False):
    base.trainable = not freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
