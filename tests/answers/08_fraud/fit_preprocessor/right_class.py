"""An object as the state; everything as 0 and 1 is standardised too."""


class Encoder:
    def __init__(self, train, label):
        self.label, self.kinds = label, data.column_kinds(train, label)
        self.values = {name: list(train[name].dropna().unique()) for name in self.kinds["categories"]}
        self.middle = as_numbers(train, self.kinds).median().fillna(0)
        raw = self.raw(train)
        self.centre, self.scale = raw.mean(axis=0), raw.std(axis=0)
        self.scale[self.scale < 1e-9] = 1

    def raw(self, claims):
        columns = [*as_numbers(claims, self.kinds).fillna(self.middle).to_numpy().T]
        for name, values in self.values.items():
            columns += [claims[name].eq(value).to_numpy() for value in values] + [claims[name].isna().to_numpy()]
        return np.array(columns, dtype=float).T


def fit_preprocessor(train, label):
    return Encoder(train, label)


def apply_preprocessor(state, claims):
    y = np.asarray(claims[state.label]) if state.label in claims else None
    return (state.raw(claims) - state.centre) / state.scale, y
