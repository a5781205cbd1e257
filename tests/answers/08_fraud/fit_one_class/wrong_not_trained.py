"""Built and not trained.

check: a trained autoencoder: honest rows are rebuilt
hint: honest rows are rebuilt badly
"""


def fit_one_class(X_train, y_train, n_code):
    X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], n_code)
    return model
