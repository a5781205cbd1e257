"""The label goes with the copies.

check: copies go, the first one of each stays
hint: return the frame with its columns
"""


def clean_claims(claims, label):
    cleaned = claims.drop(columns=label).drop_duplicates()
    return cleaned
