"""The same in per cent."""


def anomaly_flags(errors_normal, errors, quantile):
    return np.asarray(errors) > np.percentile(errors_normal, 100 * quantile)
