"""The quantile of both groups, where both are given the same weight.

check: seven rows against the 0.9 quantile of normal errors
hint: expected
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > (np.quantile(errors_normal, quantile) + np.quantile(errors, quantile)) / 2
