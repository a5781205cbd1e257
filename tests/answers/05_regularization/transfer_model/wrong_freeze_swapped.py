"""freeze is read the other way round.

check: frozen: training changes the new layer and leaves the base as it is
hint: the base has learnt too
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
