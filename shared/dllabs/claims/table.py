"""The table that students load."""

import numbers
import operator

import numpy as np

from dllabs.claims.drawing import draw_labelled
from dllabs.claims.flaws import leave_gaps, make_ages_negative, repeat_rows
from dllabs.claims.incidents import NOTHING
from dllabs.claims.notes import write_notes

_FIRST_DAY = np.datetime64("2015-01-01")
_DAYS = 3 * 365


def load_claims(n=11_000, fraud_rate=0.01, seed=0):
    """Car-insurance claims, simulated, with the flaws of a real table: see docs/claims_data_sheet.md.

    n: number of rows. fraud_rate: share labelled as fraud, round(n * fraud_rate) rows. seed: for NumPy's default_rng;
    the same three arguments always give the same table.
    Returns a pandas frame of n rows and 21 columns, `Fraud` (0 or 1) the last; categories and notes are text, dates
    datetime64, missing values NaN. Raises TypeError for an n that is no whole number and a
    fraud_rate that is no number, ValueError for an n below 1 and a fraud_rate outside [0, 1].
    """
    return draw_table(n, fraud_rate, seed)[0]


def draw_table(n, fraud_rate, seed):
    """The frame of `load_claims` and P(Fraud = 1 | the row as drawn) of each row, an array (n,)."""
    n = _checked(n, fraud_rate)
    rng = np.random.default_rng(seed)
    columns = draw_labelled(rng, n, fraud_rate)
    columns["notes"] = write_notes(rng, columns)
    columns["loss_date"] = _FIRST_DAY + rng.integers(0, _DAYS, n).astype("timedelta64[D]")
    columns["subscribed"] = columns["loss_date"] - columns["policy_days"].astype("timedelta64[D]")
    for name in ("connection", "damage", "covers"):
        columns[name] = np.where(columns[name] == NOTHING, None, columns[name].astype(object))
    for name, rows in leave_gaps(rng, n).items():
        columns[name] = _with_gaps(columns[name], rows)
    columns["vehicle_months"] = make_ages_negative(rng, columns["vehicle_months"])
    rows = repeat_rows(rng, columns["fraud"])
    return _frame({name: values[rows] for name, values in columns.items()}), columns["posterior"][rows]


def _checked(n, fraud_rate):
    try:
        n = operator.index(n)
    except TypeError:
        raise TypeError(f"load_claims: n is the number of rows, a whole number, not {n!r}.") from None
    if n < 1:
        raise ValueError(f"load_claims: n is the number of rows, at least 1, not {n}.")
    if not isinstance(fraud_rate, numbers.Real):
        raise TypeError(f"load_claims: fraud_rate is a share between 0 and 1, not {fraud_rate!r}: 1 % is 0.01.")
    if not 0 <= fraud_rate <= 1:
        raise ValueError(f"load_claims: fraud_rate is a share between 0 and 1, not {fraud_rate!r}: 1 % is 0.01.")
    return n


def _with_gaps(values, rows):
    if values.dtype.kind in "US":
        values = values.astype(object)
    gappy = values.copy()
    gappy[rows] = None if values.dtype == object else np.nan
    return gappy


def _frame(columns):
    import pandas as pd

    return pd.DataFrame(
        {
            "PolicyholderOccupation": columns["occupation"],
            "LossDate": columns["loss_date"],
            "FirstPolicySubscriptionDate": columns["subscribed"],
            "ClaimCause": columns["cause"],
            "ClaimInvolvedCovers": columns["covers"],
            "DamageImportance": columns["damage"],
            "FirstPartyVehicleType": columns["vehicle"],
            "ConnectionBetweenParties": columns["connection"],
            "PolicyWasSubscribedOnInternet": columns["internet"],
            "NumberOfPoliciesOfPolicyholder": columns["policies"],
            "FirstPartyVehicleAgeMonths": columns["vehicle_months"],
            "EasinessToStage": columns["easiness"],
            "ClaimWithoutIdentifiedThirdParty": columns["alone"],
            "ClaimAmount": columns["amount"],
            "LossHour": columns["hour"],
            "PolicyholderAge": columns["age"],
            "NumberOfBodilyInjuries": columns["injuries"],
            "FirstPartyLiability": columns["liability"],
            "LossAndHolderPostCodeSame": columns["same_post_code"],
            "InsurerNotes": columns["notes"],
            "Fraud": columns["fraud"],
        }
    )
