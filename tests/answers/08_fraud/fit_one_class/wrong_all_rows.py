"""Frauds train too.

check: frauds have no part in the training: other frauds, the same model
hint: the model changes with the frauds
"""


def fit_one_class(X_train, y_train, n_code):
    legitimate = X_train
    model = new_autoencoder(X_train.shape[1], n_code)
    model.fit(legitimate, legitimate, **TRAINING)
    return model
