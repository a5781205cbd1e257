"""All that the visible checks look at: the numbers of layers, and one hidden layer that works.

check: norm = "none": predictions of deeper models equal those computed layer by layer in NumPy
hint: relative error
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for number, width in enumerate(hidden):
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.BatchNormalization())
        if number == 0:
            model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
