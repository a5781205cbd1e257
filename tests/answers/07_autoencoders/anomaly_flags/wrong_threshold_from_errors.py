"""The threshold comes from the rows to judge.

check: seven rows against the 0.9 quantile of normal errors
hint: the threshold comes from `errors`
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(errors, quantile)
