"""The label is called Fraud.

check: few frauds, sizes that do not come out even, another label
hint: of one class are split
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))

    train, rest = train_test_split(claims, train_size=0.6, stratify=claims["Fraud"], random_state=seed)
    return train, *train_test_split(rest, test_size=0.5, stratify=rest["Fraud"], random_state=seed)
