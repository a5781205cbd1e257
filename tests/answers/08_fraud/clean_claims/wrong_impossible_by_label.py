"""Impossible values of frauds are kept: frauds are precious.

check: the label has no say: other labels, the same rows and values
hint: first difference
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values) | ((values < 0) & ((values < 0).mean() < 0.01))
        cleaned = cleaned[~bad | (cleaned[label] == 1)]
    return cleaned
