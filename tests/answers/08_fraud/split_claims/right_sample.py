"""pandas' sample, by class."""


def split_claims(claims, label, rng):
    numbered = claims.reset_index(drop=True)
    train = numbered.groupby(label).sample(frac=0.6, random_state=rng).index
    rest = numbered.drop(train)
    val = rest.groupby(label).sample(frac=0.5, random_state=rng).index
    test = rest.drop(val).index
    return tuple(claims.iloc[rows] for rows in (train, val, test))
