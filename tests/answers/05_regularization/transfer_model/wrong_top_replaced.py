"""The base's last layer is left out.

check: the new layer stands on the base's own output
hint: the new layer must take the base's output
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    features = base.layers[-2].output
    return keras.Model(base.inputs, keras.layers.Dense(n_classes, activation="softmax")(features))
