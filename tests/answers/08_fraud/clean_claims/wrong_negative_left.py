"""Negative ages stay.

check: impossible numbers: infinite ones, and negative ones where hardly any is negative
hint: a vehicle is still younger than nothing
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    numbers = cleaned.drop(columns=label).select_dtypes("number").columns
    cleaned[numbers] = cleaned[numbers].replace([np.inf, -np.inf], np.nan)
    return cleaned
