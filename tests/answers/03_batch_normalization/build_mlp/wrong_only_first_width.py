"""Only the first hidden layer is built.

check: Dense layers: one for each hidden width, then one for the classes
hint: the two hidden widths have one Dense layer together
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,)), keras.layers.Dense(hidden[0])])
    if norm == "before":
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.ReLU())
    if norm == "after":
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
