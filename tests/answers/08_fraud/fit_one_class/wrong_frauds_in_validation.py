"""Frauds stop the training.

check: frauds are rebuilt badly
hint: were among the training rows
"""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train[y_train != 1]
    model = new_autoencoder(X_train.shape[1], n_code)
    model.fit(legitimate, legitimate, **TRAINING)
    frauds = X_train[y_train == 1]
    model.fit(frauds, frauds, **TRAINING)
    return model
