"""A network of its own, linear."""


def fit_one_class(X_train, y_train, n_code):
    normal = X_train[np.asarray(y_train) == 0]
    inputs = keras.Input((normal.shape[1],))
    code = keras.layers.Dense(n_code, name="code")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(normal.shape[1])(code))
    model.compile(keras.optimizers.Adam(0.02), "mse")
    model.fit(normal, normal, epochs=15, batch_size=32, shuffle=True, verbose=0)
    return model
