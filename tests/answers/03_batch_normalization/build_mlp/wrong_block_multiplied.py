"""One block times the number of hidden layers: the Dense object is shared too.

check: Dense layers: one for each hidden width, then one for the classes
hint: the two hidden widths have one Dense layer together
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    block = {
        "none": [keras.layers.Dense(hidden[0]), keras.layers.ReLU()],
        "before": [keras.layers.Dense(hidden[0]), keras.layers.BatchNormalization(), keras.layers.ReLU()],
        "after": [keras.layers.Dense(hidden[0]), keras.layers.ReLU(), keras.layers.BatchNormalization()],
    }[norm]
    layers = block * len(hidden)
    model = keras.Sequential([keras.Input((n_inputs,)), *layers, keras.layers.Dense(n_classes, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
