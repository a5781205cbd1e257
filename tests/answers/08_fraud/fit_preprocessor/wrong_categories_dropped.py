"""Text is left out altogether.

check: categories: a column of its own for each, and one for missing
hint: stopped with
"""


def fit_preprocessor(train, label):
    kinds = data.column_kinds(train, label)
    numbers = as_numbers(train, kinds)
    middle = numbers.median().fillna(0)
    filled = numbers.fillna(middle)
    known = {name: sorted(train[name].dropna().unique()) for name in kinds["categories"]}
    return {
        "label": label,
        "kinds": kinds,
        "middle": middle,
        "mean": filled.mean(),
        "scale": filled.std(ddof=0).where(lambda scale: scale > 1e-9, 1.0),
        "known": known,
    }


def apply_preprocessor(state, claims):
    numbers = as_numbers(claims, state["kinds"]).fillna(state["middle"])
    blocks = [((numbers - state["mean"]) / state["scale"]).to_numpy()]
    for name, values in ():
        for value in values:
            blocks.append((claims[name] == value).to_numpy(float)[:, None])
        blocks.append(claims[name].isna().to_numpy(float)[:, None])
    y = claims[state["label"]].to_numpy() if state["label"] in claims.columns else None
    return np.hstack(blocks), y
