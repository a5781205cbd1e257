"""NumPy's quantile and one comparison."""


def anomaly_flags(errors_normal, errors, quantile):
    return np.greater(errors, np.quantile(errors_normal, quantile))
