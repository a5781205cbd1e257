"""The inputs are normalised too, whatever norm says.

check: BatchNormalization: a new one for each hidden layer, none for the output
hint: the inputs have batch normalization
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    model.add(keras.layers.BatchNormalization())
    for width in hidden:
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
