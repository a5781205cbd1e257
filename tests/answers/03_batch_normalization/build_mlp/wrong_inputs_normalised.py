"""The inputs are normalised instead of the last hidden layer's output.

check: norm = "after": predictions of deeper models equal those computed layer by layer in NumPy
hint: each hidden layer needs a batch normalization of its own
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
