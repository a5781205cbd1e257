"""The quantile of normal errors and errors to judge together.

check: six rows against the 0.9 quantile of normal errors
hint: expected
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(np.concatenate([errors_normal, errors]), quantile)
