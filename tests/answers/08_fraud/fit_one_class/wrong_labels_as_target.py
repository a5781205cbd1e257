"""The labels are the target.

check: a trained autoencoder: honest rows are rebuilt
hint: honest rows are rebuilt badly
"""


def fit_one_class(X_train, y_train, n_code):
    model = new_autoencoder(X_train.shape[1], n_code)
    model.fit(X_train, np.repeat(y_train[:, None], X_train.shape[1], axis=1), **TRAINING)
    return model
