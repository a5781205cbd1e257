"""A Sequential model with the base as its first layer."""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
