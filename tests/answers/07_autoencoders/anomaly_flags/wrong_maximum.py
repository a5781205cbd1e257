"""The largest normal error.

check: seven rows against the 0.9 quantile of normal errors
hint: the threshold is the largest normal error
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > errors_normal.max()
