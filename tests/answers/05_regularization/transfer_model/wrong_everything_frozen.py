"""The whole model is frozen.

check: frozen: training changes the new layer and leaves the base as it is
hint: the new layer did not learn
"""


def transfer_model(base, n_classes, freeze=True):
    model = keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
    model.trainable = not freeze
    return model
