"""Validation and test rows are drawn from the same rest.

check: every row lands in exactly one part, as it is
hint: first difference
"""


def split_claims(claims, label, rng):
    train = claims.groupby(label).sample(frac=0.6, random_state=rng)
    rest = claims.drop(train.index)
    val, test = (rest.groupby(label).sample(frac=0.5, random_state=rng) for _ in range(2))
    return train, val, test
