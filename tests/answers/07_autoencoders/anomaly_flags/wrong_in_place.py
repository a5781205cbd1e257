"""The normal errors are sorted in place.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def anomaly_flags(errors_normal, errors, quantile):
    errors_normal.sort()
    return errors > np.quantile(errors_normal, quantile)
