"""The frame that was handed in is cleaned.

check: the claims themselves are left alone
hint: work on a copy
"""


def clean_claims(claims, label):
    claims.drop_duplicates(subset=claims.columns.drop(label), inplace=True)
    for name in claims.select_dtypes("number").columns.drop(label):
        values = claims[name]
        claims[name] = values.mask(np.isinf(values) | ((values < 0) & ((values < 0).mean() < 0.01)))
    return claims
