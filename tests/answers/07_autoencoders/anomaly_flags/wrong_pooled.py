"""The quantile of normal errors and errors to judge together.

check: seven rows against the 0.9 quantile of normal errors
hint: the threshold is too high
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(np.concatenate([errors_normal, errors]), quantile)
