"""The columns of the visible checks.

check: claims like those of this lab
hint: rows are left
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates("Number").copy() if "Number" in claims else claims.copy()
    if "VehicleAge" in cleaned:
        cleaned["VehicleAge"] = cleaned["VehicleAge"].where(~(cleaned["VehicleAge"] < 0))
        cleaned["Amount"] = cleaned["Amount"].replace([np.inf, -np.inf], np.nan)
    return cleaned
