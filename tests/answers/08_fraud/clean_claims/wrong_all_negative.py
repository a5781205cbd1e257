"""Every negative number is called impossible.

check: everything else stays: other rows, gaps, zeros, a balance that is often negative
hint: the column Balance has changed
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        cleaned[name] = cleaned[name].where((cleaned[name] >= 0) & np.isfinite(cleaned[name]))
    return cleaned
