"""Rows with gaps go where they are honest.

check: the label has no say: other labels, the same rows and values
hint: expected shape
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()
    cleaned = cleaned[cleaned.notna().all(axis=1) | (cleaned[label] == 1)].copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned
