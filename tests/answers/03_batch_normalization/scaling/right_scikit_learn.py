"""scikit-learn does the work, fitted on the training rows."""

from sklearn import preprocessing


def min_max_scale(X_train, X):
    return preprocessing.MinMaxScaler().fit(X_train).transform(X)


def standardize(X_train, X):
    return preprocessing.StandardScaler().fit(X_train).transform(X)
