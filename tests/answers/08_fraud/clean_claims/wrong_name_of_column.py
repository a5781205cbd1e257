"""Only the column VehicleAge is looked at.

check: claims like those of this lab
hint: a vehicle is younger than nothing
"""


def clean_claims(claims, label):
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label)).copy()

    cleaned = cleaned.replace([np.inf, -np.inf], np.nan)
    if "VehicleAge" in cleaned:
        cleaned["VehicleAge"] = cleaned["VehicleAge"].where(~(cleaned["VehicleAge"] < 0))
    return cleaned
