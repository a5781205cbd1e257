"""Whatever is not SGD becomes Adam.

check: the optimizer and its rate follow hp
hint: expected 'rmsprop', got 'adam'
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    sgd = hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]) == "sgd"
    optimizer = keras.optimizers.SGD() if sgd else keras.optimizers.Adam()
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
