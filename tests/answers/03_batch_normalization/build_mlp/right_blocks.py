"""Small Sequential models inside a large one, one shared ReLU (it has no weights)."""


def build_mlp(n_inputs, hidden, n_classes, norm):
    relu = keras.layers.ReLU()
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        order = {
            "none": [relu],
            "before": [keras.layers.BatchNormalization(), relu],
            "after": [relu, keras.layers.BatchNormalization()],
        }[norm]
        model.add(keras.Sequential([keras.layers.Dense(width), *order]))
    model.add(keras.layers.Dense(n_classes, activation=keras.activations.softmax))
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["acc"])
    return model
