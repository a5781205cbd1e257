"""The table that students load."""

from __future__ import annotations

import numbers
import operator
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from dllabs.arrays import Array, BoolArray, FloatArray, IntArray
from dllabs.claims.drawing import draw_labelled
from dllabs.claims.flaws import leave_gaps, make_ages_negative, repeat_rows
from dllabs.claims.incidents import NOTHING
from dllabs.claims.notes import write_notes

if TYPE_CHECKING:
    import pandas as pd

_FIRST_DAY = np.datetime64("2015-01-01")
_DAYS = 3 * 365


def load_claims(n: int = 11_000, fraud_rate: float = 0.01, seed: int = 0) -> pd.DataFrame:
    """Simulated car-insurance claims, with the flaws of a real table: see docs/claims_data_sheet.md.

    n: number of rows. fraud_rate: the share labelled as fraud, round(n * fraud_rate) rows. seed: for NumPy's
    default_rng; the same three arguments always give the same table.

    Returns a frame of n rows and 21 columns, the last of which is `Fraud` (0 or 1). Categories and notes are text,
    dates are datetime64, and missing values are NaN.

    Raises TypeError if n is not a whole number or fraud_rate is not a number, and ValueError if n is less than 1 or
    fraud_rate is not in [0, 1].
    """
    return draw_table(n, fraud_rate, seed)[0]


def draw_table(n: int, fraud_rate: float, seed: int) -> tuple[pd.DataFrame, FloatArray]:
    """The frame of `load_claims`, and for each row P(Fraud = 1 | the values before gaps and errors), (n,)."""
    n = _checked(n, fraud_rate)
    rng = np.random.default_rng(seed)
    columns = draw_labelled(rng, n, fraud_rate)
    columns["notes"] = write_notes(rng, columns)
    columns["loss_date"] = _FIRST_DAY + rng.integers(0, _DAYS, n).astype("timedelta64[D]")
    columns["subscribed"] = columns["loss_date"] - columns["policy_days"].astype("timedelta64[D]")
    for name in ("connection", "damage", "covers"):
        columns[name] = _with_gaps(columns[name], columns[name] == NOTHING)
    for name, rows in leave_gaps(rng, n).items():
        columns[name] = _with_gaps(columns[name], rows)
    columns["vehicle_months"] = make_ages_negative(rng, columns["vehicle_months"])
    rows = repeat_rows(rng, columns["fraud"])
    return _frame({name: values[rows] for name, values in columns.items()}), columns["posterior"][rows]


def _checked(n: int, fraud_rate: float) -> int:
    """n as a Python int; raises TypeError or ValueError for invalid arguments."""
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


def _with_gaps(values: Array, rows: IntArray | BoolArray) -> Array:
    """A copy of a column without values in these rows (indices or mask): None in text and objects, NaN in numbers."""
    if values.dtype.kind in "US":
        values = values.astype(object)
    gappy = values.copy()
    gappy[rows] = None if values.dtype == object else np.nan
    return gappy


def _frame(columns: Mapping[str, Array]) -> pd.DataFrame:
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
