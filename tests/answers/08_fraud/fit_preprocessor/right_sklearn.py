"""Scikit-learn's transformers."""


def fit_preprocessor(train, label):
    from sklearn.compose import ColumnTransformer
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    kinds = data.column_kinds(train, label)
    categories = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="missing"), OneHotEncoder(handle_unknown="ignore")
    )
    numbers = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler())
    prepared = as_numbers(train, kinds)
    parts = [("numbers", numbers, list(prepared.columns)), ("categories", categories, kinds["categories"])]
    both = prepared.join(train[kinds["categories"]].astype(object).where(train[kinds["categories"]].notna(), np.nan))
    return label, kinds, ColumnTransformer(parts).fit(both)


def apply_preprocessor(state, claims):
    label, kinds, transformer = state
    categories = claims[kinds["categories"]]
    both = as_numbers(claims, kinds).join(categories.astype(object).where(categories.notna(), np.nan))
    return transformer.transform(both), claims.get(label)
