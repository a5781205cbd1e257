"""Random ranks within each class."""


def split_claims(claims, label, rng):
    order = pd.Series(rng.random(len(claims)))
    share = order.groupby(claims[label].to_numpy()).rank(pct=True, method="first").to_numpy()
    return claims[share <= 0.6 + 1e-9], claims[(share > 0.6 + 1e-9) & (share <= 0.8 + 1e-9)], claims[share > 0.8 + 1e-9]
