"""Always one number.

check: another width and another code
hint: expected 3, got 1
"""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], 1)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
