"""Another of NumPy's definitions of a quantile."""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(errors_normal, quantile, method="median_unbiased")
