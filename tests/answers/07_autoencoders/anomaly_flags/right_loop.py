"""A loop over the rows into an array of bools."""


def anomaly_flags(errors_normal, errors, quantile):
    threshold = np.quantile(errors_normal, quantile)
    flags = np.zeros(len(errors), dtype=bool)
    for row, error in enumerate(errors):
        if error > threshold:
            flags[row] = True
    return flags
