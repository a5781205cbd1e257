"""The output is normalised too.

check: BatchNormalization: a new one for each hidden layer, none for the output
hint: nothing may follow the softmax
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width, activation in [*((width, "relu") for width in hidden), (n_classes, "softmax")]:
        model.add(keras.layers.Dense(width))
        if norm == "before" and activation == "relu":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.Activation(activation))
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
