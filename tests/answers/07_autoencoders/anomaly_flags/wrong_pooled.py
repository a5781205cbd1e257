"""The quantile of normal errors and errors to judge together.

check: the rows to judge do not move the threshold
hint: first difference at index
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(np.concatenate([errors_normal, errors]), quantile)
