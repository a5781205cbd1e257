"""Always Adam, with the rate of the trial.

check: optimizer and rate are those of the trial
hint: use the value that hp.Choice returns
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    hp.Choice("optimizer", ["sgd", "rmsprop", "adam"])
    optimizer = keras.optimizers.Adam(hp.Float("learning_rate", 1e-3, 1e-1, sampling="log"))
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
