"""Validation rows are drawn from the training rows and stay there.

check: 1,000 claims: 600, 200 and 200
hint: stay among the training rows
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))

    train, test = train_test_split(claims, test_size=0.2, stratify=claims[label], random_state=seed)
    _, val = train_test_split(train, test_size=0.25, stratify=train[label], random_state=seed)
    return train, val, test
