"""Test rows first.

check: 1,000 claims: 600, 200 and 200
hint: the test rows come first
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))

    train, rest = train_test_split(claims, train_size=0.6, stratify=claims[label], random_state=seed)
    val, test = train_test_split(rest, test_size=0.5, stratify=rest[label], random_state=seed)
    return test, val, train
