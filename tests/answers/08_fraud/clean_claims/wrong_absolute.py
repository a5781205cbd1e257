"""Negative numbers lose their sign everywhere.

check: everything else stays: other rows, gaps, zeros, a balance that is often negative
hint: the column Balance has changed
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    numbers = cleaned.drop(columns=label).select_dtypes("number").columns
    cleaned[numbers] = cleaned[numbers].abs().replace(np.inf, np.nan)
    return cleaned
