"""20 % of what is left for validation.

check: 1,000 claims: 600, 200 and 200
hint: 20 % of what is left are 16 % of all
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))

    rest, test = train_test_split(claims, test_size=0.2, stratify=claims[label], random_state=seed)
    train, val = train_test_split(rest, test_size=0.2, stratify=rest[label], random_state=seed)
    return train, val, test
