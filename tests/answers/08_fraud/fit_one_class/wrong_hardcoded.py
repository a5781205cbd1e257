"""Six columns and a code of one.

check: another width and another code
hint: stopped with
"""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train[y_train == 0]
    model = new_autoencoder(6, 1)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
