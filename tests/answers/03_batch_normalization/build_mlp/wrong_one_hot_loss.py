"""The loss for one-hot labels.

check: it is compiled with Adam and learns from integer labels
hint: loss or metric refuse integer labels
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
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model
