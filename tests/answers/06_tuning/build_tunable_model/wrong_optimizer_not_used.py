"""The optimizer is asked for and not used.

check: optimizer and rate are those of the trial
hint: the optimizer is fixed
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.get((hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]), "sgd")[1])
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
