"""Row by row with a set of those seen; a new index."""


def clean_claims(claims, label):
    names = [name for name in claims.columns if name != label]
    seen, rows = set(), []
    for row, values in enumerate(
        zip(*(claims[name].astype(object).where(claims[name].notna(), "gap") for name in names), strict=True)
    ):
        if values not in seen:
            seen.add(values)
            rows.append(row)
    cleaned = claims.iloc[rows].reset_index(drop=True)
    for name in names:
        if pd.api.types.is_numeric_dtype(cleaned[name]):
            values = cleaned[name].replace([np.inf, -np.inf], np.nan)
            cleaned[name] = values.where(values >= 0) if (values < 0).mean() < 0.01 and (values < 0).any() else values
    return cleaned
