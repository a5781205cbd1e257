"""Copies are judged with the label.

check: a copy with another label is still a copy
hint: rows that differ in nothing but the label
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates().copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned
