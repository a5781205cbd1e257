"""Twice the code.

check: the code has n_code numbers
hint: expected 1, got 2
"""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], 2 * n_code)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
