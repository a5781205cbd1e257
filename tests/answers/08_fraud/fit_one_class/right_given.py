"""The given network."""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], n_code)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
