"""Normal errors are judged by the others.

check: seven rows against the 0.9 quantile of normal errors
hint: expected shape (7,)
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors_normal > np.quantile(errors, quantile)
