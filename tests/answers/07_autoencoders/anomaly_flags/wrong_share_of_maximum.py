"""A share of the largest normal error.

check: six rows against the 0.9 quantile of normal errors
hint: a share of the largest error
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > quantile * errors_normal.max()
