"""The quantile by sorting, as the smallest error that enough of the normal ones do not exceed; a list comes back."""

import math


def anomaly_flags(errors_normal, errors, quantile):
    ordered = sorted(float(error) for error in errors_normal)
    threshold = ordered[max(math.ceil(quantile * len(ordered) - 1e-9) - 1, 0)]
    return [float(error) > threshold for error in errors]
