"""Impossible numbers become 0.

check: impossible numbers: infinite ones, and negative ones where hardly any is negative
hint: an impossible VehicleAge has become another number
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()
    for name in cleaned.drop(columns=label).select_dtypes("number"):
        values = cleaned[name].replace([np.inf, -np.inf], 0)
        cleaned[name] = values.clip(lower=0) if (values < 0).mean() < 0.01 else values
    return cleaned
