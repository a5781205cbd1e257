"""Rows are centred in place.

check: a trained autoencoder: honest rows are rebuilt
hint: work on copies
"""


def fit_one_class(X_train, y_train, n_code):
    X_train -= X_train.mean(axis=0)
    legitimate = X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], n_code)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
