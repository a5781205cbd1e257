"""Mean plus two deviations.

check: seven rows against the 0.9 quantile of normal errors
hint: a mean and some deviations
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > errors_normal.mean() + 2 * errors_normal.std()
