"""The rate on a linear scale.

check: the learning rate is a Float from 0.001 to 0.1 on a log scale
hint: the scale is linear
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.get(hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]))
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1)
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
