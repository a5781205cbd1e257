"""The list of layers is multiplied, so that its objects are shared.

check: BatchNormalization: a new one for each hidden layer, none for the output
hint: the hidden layers have one together
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    normalisation = keras.layers.BatchNormalization()
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(normalisation)
        model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(normalisation)
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
