"""All frauds train: they are rare.

check: each part has its share of the 100 frauds: 60, 20 and 20
hint: all frauds lie in the training rows
"""


def split_claims(claims, label, rng):
    rows = rng.permutation(np.flatnonzero(claims[label] == 0))
    frauds = np.flatnonzero(claims[label] == 1)
    first = int(0.6 * len(claims)) - len(frauds)
    second = first + int(0.2 * len(claims))
    return claims.iloc[np.append(rows[:first], frauds)], claims.iloc[rows[first:second]], claims.iloc[rows[second:]]
