"""Normal errors are judged by the others.

check: more rows to judge than normal rows, one row, none flagged, all flagged
hint: expected shape (8,), got (3,)
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors_normal > np.quantile(errors, quantile)
