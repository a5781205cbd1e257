"""The quantile is taken for the share to flag.

check: seven rows against the 0.9 quantile of normal errors
hint: the quantile is counted from the top
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(errors_normal, 1 - quantile)
