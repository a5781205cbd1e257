"""Tanh in the hidden layer.

check: ReLU inside, softmax outside, cross-entropy of integer labels, accuracy measured
hint: expected
"""


def build_tunable_model(hp):
    model = keras.Sequential(
        [
            keras.layers.Dense(hp.Int("units", 8, 64, step=8), activation="tanh"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.get(hp.Choice("optimizer", ["sgd", "rmsprop", "adam"]))
    optimizer.learning_rate = hp.Float("learning_rate", 1e-3, 1e-1, sampling="log")
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
