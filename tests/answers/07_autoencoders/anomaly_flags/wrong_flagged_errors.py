"""The flagged errors themselves.

check: seven rows against the 0.9 quantile of normal errors
hint: return True or False for each row
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors[errors > np.quantile(errors_normal, quantile)]
