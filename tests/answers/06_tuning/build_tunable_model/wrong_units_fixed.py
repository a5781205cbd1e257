"""The width is fixed.

check: it registers units, learning_rate and optimizer
hint: is fixed, not asked
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.get(hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]))
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
