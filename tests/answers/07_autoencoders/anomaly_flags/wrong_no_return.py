"""The return is forgotten.

check: seven rows against the 0.9 quantile of normal errors
hint: got None
"""


def anomaly_flags(errors_normal, errors, quantile):
    flags = errors > np.quantile(errors_normal, quantile)
    print(flags)
