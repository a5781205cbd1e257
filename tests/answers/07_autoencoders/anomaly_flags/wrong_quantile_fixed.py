"""0.9 is written into the body.

check: of the normal rows themselves, a share of 1 - quantile is flagged
hint: expected 0.5
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors > np.quantile(errors_normal, 0.9)
