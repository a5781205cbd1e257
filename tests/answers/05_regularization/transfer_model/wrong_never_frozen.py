"""freeze is ignored.

check: frozen: training changes the new layer and leaves the base as it is
hint: the base has learnt too
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = True
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
