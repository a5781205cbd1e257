"""A share of the largest normal error.

check: seven rows against the 0.9 quantile of normal errors
hint: that very quantile, of errors_normal and of nothing else
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > quantile * errors_normal.max()
