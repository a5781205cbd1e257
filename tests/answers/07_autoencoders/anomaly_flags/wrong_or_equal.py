"""Errors equal to the threshold are flagged.

check: an error equal to the threshold is not flagged
hint: greater, not greater or equal
"""


def anomaly_flags(errors_normal, errors, quantile):
    return errors >= np.quantile(errors_normal, quantile)
