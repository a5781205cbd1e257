"""The first 60 % of each class train.

check: the rows are drawn, not cut off in order
hint: cut off in the order of the rows
"""


def split_claims(claims, label, rng):
    share = claims.reset_index(drop=True).groupby(label).cumcount().to_numpy()
    size = claims[label].map(claims[label].value_counts()).to_numpy()
    part = share / size
    return claims[part < 0.6], claims[(part >= 0.6) & (part < 0.8)], claims[part >= 0.8]
