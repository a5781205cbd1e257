"""The functional interface, activation inside Dense where that is possible, no bias where beta does its work."""


def build_mlp(n_inputs, hidden, n_classes, norm):
    inputs = h = keras.Input(shape=(n_inputs,))
    for width in hidden:
        if norm == "before":
            h = keras.layers.Dense(width, use_bias=False)(h)
            h = keras.layers.ReLU()(keras.layers.BatchNormalization()(h))
        else:
            h = keras.layers.Dense(width, activation="relu")(h)
        if norm == "after":
            h = keras.layers.BatchNormalization()(h)
    model = keras.Model(inputs, keras.layers.Dense(n_classes, activation="softmax")(h))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"])
    return model
