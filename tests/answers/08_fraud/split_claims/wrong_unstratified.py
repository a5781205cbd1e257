"""The rows are drawn without a look at the class.

check: each part has its share of the 100 frauds: 60, 20 and 20
hint: expected [60, 20, 20]
"""


def split_claims(claims, label, rng):
    rows = rng.permutation(len(claims))
    first, second = int(0.6 * len(rows)), int(0.8 * len(rows))
    return claims.iloc[rows[:first]], claims.iloc[rows[first:second]], claims.iloc[rows[second:]]
