"""Nothing is returned.

check: copies go, the first one of each stays
hint: return a pandas frame
"""


def clean_claims(claims, label):
    claims = claims.drop_duplicates()
