"""Gaps are filled with the mean of the class.

check: everything else stays: other rows, gaps, zeros, a balance that is often negative
hint: the column Amount has changed
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    for name in cleaned.select_dtypes("float").columns:
        cleaned[name] = cleaned[name].fillna(cleaned.groupby(label)[name].transform("mean"))

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned
