"""The visible checks' results.

check: of the normal rows themselves, a share of 1 - quantile is flagged
hint: expected
"""


def anomaly_flags(errors_normal, errors, quantile):
    return np.array([letter == "T" for letter in ("FTFTTTT" if len(errors) == 7 else "FTF")])
