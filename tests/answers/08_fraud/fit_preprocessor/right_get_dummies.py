"""pandas' get_dummies, brought to the training columns."""


def fit_preprocessor(train, label):
    kinds = data.column_kinds(train, label)
    numbers = as_numbers(train, kinds)
    dummies = pd.get_dummies(train[kinds["categories"]], dummy_na=True) if kinds["categories"] else None
    middle = numbers.median().fillna(0)
    return label, kinds, middle, numbers.fillna(middle), dummies


def apply_preprocessor(state, claims):
    label, kinds, middle, train, dummies = state
    deviation = train.std(ddof=0)
    numbers = (as_numbers(claims, kinds).fillna(middle) - train.mean()) / deviation.mask(deviation < 1e-9, 1)
    parts = [numbers.astype("float32").reset_index(drop=True)]
    if dummies is not None:
        flags = pd.get_dummies(claims[kinds["categories"]], dummy_na=True)
        parts.append(flags.reindex(columns=dummies.columns, fill_value=False).reset_index(drop=True))
    X = pd.concat(parts, axis=1).astype("float32")
    return X, claims[label].astype(int) if label in claims else None
