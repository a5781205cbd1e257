"""Each class shuffled and cut."""


def split_claims(claims, label, rng):
    parts = [[], [], []]
    for rows in claims.reset_index(drop=True).groupby(label).indices.values():
        rows = rng.permutation(rows)
        cuts = [round(0.6 * len(rows)), round(0.8 * len(rows))]
        for part, some in zip(parts, np.split(rows, cuts), strict=True):
            part.append(some)
    return [claims.iloc[np.concatenate(part)] for part in parts]
