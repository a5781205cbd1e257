"""Layer normalization for batch normalization.

check: BatchNormalization: a new one for each hidden layer, none for the output
hint: there is none at all
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.LayerNormalization())
        model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(keras.layers.LayerNormalization())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
