"""A hidden layer in between.

check: the new layer stands on the base's own output
hint: add one Dense layer with softmax
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    hidden = keras.layers.Dense(4, activation="relu")
    return keras.Sequential([base, hidden, keras.layers.Dense(n_classes, activation="softmax")])
