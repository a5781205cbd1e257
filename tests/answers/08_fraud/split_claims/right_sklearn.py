"""train_test_split twice, with a seed from rng."""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))

    train, rest = train_test_split(claims, train_size=0.6, stratify=claims[label], random_state=seed)
    return train, *train_test_split(rest, test_size=0.5, stratify=rest[label], random_state=seed)
