"""Copies are left.

check: copies go, the first one of each stays
hint: the copies are still there
"""


def clean_claims(claims, label):
    cleaned = claims.copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned
