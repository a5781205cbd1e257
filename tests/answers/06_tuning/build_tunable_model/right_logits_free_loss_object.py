"""A loss object, a metric object, if and else for the optimizer."""


def build_tunable_model(hp):
    units = hp.Int("units", min_value=8, max_value=64, step=8)
    rate = hp.Float("learning_rate", min_value=0.001, max_value=0.1, sampling="log")
    kind = hp.Choice("optimizer", ["adam", "rmsprop", "sgd"])
    if kind == "adam":
        optimizer = keras.optimizers.Adam(rate)
    elif kind == "rmsprop":
        optimizer = keras.optimizers.RMSprop(rate)
    else:
        optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    model = keras.Sequential()
    model.add(keras.layers.Dense(units))
    model.add(keras.layers.ReLU())
    model.add(keras.layers.Dense(10))
    model.add(keras.layers.Softmax())
    loss = keras.losses.SparseCategoricalCrossentropy()
    model.compile(optimizer=optimizer, loss=loss, metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")])
    return model
