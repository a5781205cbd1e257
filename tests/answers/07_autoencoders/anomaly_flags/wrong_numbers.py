"""0 and 1 instead of False and True.

check: seven rows against the 0.9 quantile of normal errors
hint: return True or False for each row
"""


def anomaly_flags(errors_normal, errors, quantile):
    return (errors > np.quantile(errors_normal, quantile)).astype(int)
