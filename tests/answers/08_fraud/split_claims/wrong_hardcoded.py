"""Right on tables of the visible checks' sizes, and always the same.

check: chance comes from rng: the same generator, the same parts; another one, others
hint: another rng gave the same parts
"""


def split_claims(claims, label, rng):
    parts = [[], [], []]
    for rows in claims.reset_index(drop=True).groupby("Fraud").indices.values():
        for part, some in zip(parts, np.split(rows, [round(0.6 * len(rows)), round(0.8 * len(rows))]), strict=True):
            part.append(some)
    return [claims.iloc[np.concatenate(part)] for part in parts]
