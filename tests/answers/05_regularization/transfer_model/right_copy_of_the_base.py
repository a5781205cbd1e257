"""A copy of the base with the base's weights; compiled."""


def transfer_model(base, n_classes, freeze=True):
    copied = keras.models.clone_model(base)
    copied.set_weights(base.get_weights())
    copied.trainable = not freeze
    model = keras.Sequential([copied, keras.layers.Dense(n_classes, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
