"""Mean plus a number of deviations, as for normally distributed errors.

check: of the normal rows themselves, a share of 1 - quantile is flagged
hint: relative error
"""

from scipy.stats import norm


def anomaly_flags(errors_normal, errors, quantile):
    return errors > errors_normal.mean() + norm.ppf(quantile) * errors_normal.std()
