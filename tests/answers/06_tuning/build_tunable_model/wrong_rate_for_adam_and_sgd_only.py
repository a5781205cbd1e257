"""RMSprop keeps its default rate.

check: the optimizer and its rate follow hp
hint: give it the value that hp.Float returns
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    rate = hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    optimizers = {"sgd": keras.optimizers.SGD(rate), "rmsprop": "rmsprop", "adam": keras.optimizers.Adam(rate)}
    optimizer = optimizers[hp.Choice("optimizer", list(optimizers))]
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
