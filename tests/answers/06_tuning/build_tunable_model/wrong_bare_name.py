"""A bare name for compile: every optimizer has its default rate.

check: optimizer and rate are those of the trial
hint: hand an optimizer object with learning_rate
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    optimizer = hp.Choice("optimizer", ["sgd", "rmsprop", "adam"])
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
