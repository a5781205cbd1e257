"""Infinite numbers stay.

check: impossible numbers: infinite ones, and negative ones where hardly any is negative
hint: an amount is still infinite
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        cleaned[name] = values.where((values >= 0) | ((values < 0).mean() >= 0.01))
    return cleaned
