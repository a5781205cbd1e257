"""Small errors are flagged.

check: seven rows against the 0.9 quantile of normal errors
hint: the comparison is turned
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors < np.quantile(errors_normal, quantile)
