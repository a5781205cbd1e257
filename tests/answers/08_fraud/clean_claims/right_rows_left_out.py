"""Rows with an impossible number are left out."""


def clean_claims(claims, label):
    claims = claims.drop_duplicates([name for name in claims.columns if name != label])
    keep = pd.Series(True, index=claims.index)
    for _name, values in claims.drop(columns=label).select_dtypes("number").items():
        keep &= ~np.isinf(values)
        if 0 < (values < 0).sum() < 0.01 * len(values):
            keep &= ~(values < 0)
    return claims[keep]
