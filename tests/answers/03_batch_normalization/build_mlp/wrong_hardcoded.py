"""Layers with the widths that the visible checks look for, not connected as they should be.

check: norm = "none": predictions equal those computed layer by layer in NumPy
hint: one after the other
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    inputs = keras.Input((n_inputs,))
    h = [inputs]
    for width in hidden:
        h.append(keras.layers.Dense(width)(inputs))
        if norm != "none":
            h.append(keras.layers.BatchNormalization()(h.pop()))
    mixed = keras.layers.Concatenate()(h)
    last = keras.layers.Dense(n_classes, activation="softmax")
    model = keras.Model(inputs, last(mixed[:, -hidden[-1] :]))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
