"""All columns at once."""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    numbers = cleaned.drop(columns=label).select_dtypes("number")
    impossible = np.isinf(numbers) | ((numbers < 0) & ((numbers < 0).mean() < 0.01))
    cleaned[numbers.columns] = numbers.mask(impossible)
    return cleaned
