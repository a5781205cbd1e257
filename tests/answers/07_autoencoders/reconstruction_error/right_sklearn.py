"""scikit-learn's mean squared error of the transposed data, one output per row."""

from sklearn.metrics import mean_squared_error


def reconstruction_error(X, X_hat):
    return mean_squared_error(X.T, X_hat.T, multioutput="raw_values")
