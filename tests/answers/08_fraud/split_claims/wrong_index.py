"""Positions are used as labels of the index.

check: also when the index has gaps and repeats itself
hint: expected shape
"""


def split_claims(claims, label, rng):
    parts = [[], [], []]
    for value in (0, 1):
        rows = rng.permutation(claims.index[claims[label] == value])
        cuts = [round(0.6 * len(rows)), round(0.8 * len(rows))]
        for part, some in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(some)
    return [claims.loc[part] for part in parts]
