"""np.percentile with a quantile.

check: seven rows against the 0.9 quantile of normal errors
hint: np.percentile counts to 100
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.percentile(errors_normal, quantile)
