"""The base is frozen in any case.

check: unfrozen: the base learns too
hint: the base did not learn though freeze=False
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = False
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
