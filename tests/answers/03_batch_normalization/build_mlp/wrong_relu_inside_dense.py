"""The ReLU stands in the Dense layer, so that "before" comes after it.

check: one hidden layer predicts what NumPy computes from the same weights
hint: that is norm = "after"
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width, activation="relu"))
        if norm in ("before", "after"):
            model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
