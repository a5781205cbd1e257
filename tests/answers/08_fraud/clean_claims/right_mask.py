"""drop_duplicates on the features, then mask."""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned
