"""The frame gets a column of parts, which stays.

check: the claims themselves are left alone
hint: work on a copy
"""


def split_claims(claims, label, rng):
    claims["part"] = rng.random(len(claims))
    share = claims.groupby(label)["part"].rank(pct=True)
    del claims["part"]
    claims.sort_values(label, inplace=True, kind="stable")
    share = share.loc[claims.index] if share.index.is_unique else share
    return claims[share <= 0.6], claims[(share > 0.6) & (share <= 0.8)], claims[share > 0.8]
