"""The odds of fraud: circumstances that multiply them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from dllabs.arrays import Array, BoolArray, FloatArray
from dllabs.claims.policyholders import DAYS_A_YEAR, NEW_DAYS


class Term(NamedTuple):
    """A circumstance, and the factor by which it multiplies the odds of fraud.

    applies: columns -> (n,) booleans, or exponents of the multiplier.
    """

    name: str
    multiplier: float
    applies: Callable[[Mapping[str, Array]], Array]


TERMS = (
    Term("policy at most 29 days old", 75.0, lambda c: c["policy_days"] <= NEW_DAYS),
    Term("policy 30 to 365 days old", 8.0, lambda c: (c["policy_days"] > NEW_DAYS) & (c["policy_days"] <= DAYS_A_YEAR)),
    Term("each factor e of the amount over 1,000, from −1 to 2.5", 1.8, lambda c: log_amount(c["amount"])),
    Term("hour recorded as 0", 0.37, lambda c: c["hour"] == 0),
    Term("between 20:00 and 5:59, hour known", 2.0, lambda c: (c["hour"] >= 20) | ((c["hour"] > 0) & (c["hour"] < 6))),
    Term("lost control", 1.35, lambda c: c["cause"] == "LossOfControl"),
    Term("theft", 1.65, lambda c: c["cause"] == "Theft"),
    Term("theft of a vehicle over ten years old, policy not new", 2.7, lambda c: _stolen_old_vehicle(c)),
    Term("loss in the holder's post code", 1.35, lambda c: c["same_post_code"] == 1),
    Term("each injured person", 0.4, lambda c: c["injuries"]),
    Term("the parties know each other", 4.0, lambda c: c["connection"] != ""),
)

# An upper bound for the product of all multipliers: no claim is certainly a fraud.
LARGEST_MULTIPLIER = 650.0
# The mean of `multiplier` over legitimate claims, from a simulation that a test repeats.
MEAN_MULTIPLIER = 6.82
# The share of undetected frauds among claims labelled legitimate: about one for every two detected, at 1 % fraud.
UNDETECTED_SHARE = 0.005


def log_amount(amount: Array) -> FloatArray:
    """ln(amount / 1000) (n,), limited to [−1, 2.5]."""
    return np.clip(np.log(np.maximum(amount, 1) / 1000), -1, 2.5)


def _stolen_old_vehicle(columns: Mapping[str, Array]) -> BoolArray:
    old_vehicle, old_policy = columns["vehicle_months"] > 120, columns["policy_days"] > NEW_DAYS
    stolen: BoolArray = (columns["cause"] == "Theft") & old_vehicle & old_policy
    return stolen


def multiplier(columns: Mapping[str, Array]) -> FloatArray:
    """The factor by which all circumstances of each claim multiply its odds of fraud, (n,)."""
    log_odds = sum(np.log(term.multiplier) * term.applies(columns) for term in TERMS)
    factors: FloatArray = np.minimum(np.exp(log_odds), LARGEST_MULTIPLIER)
    return factors


def probability_of_label(columns: Mapping[str, Array], fraud_rate: float) -> FloatArray:
    """P(Fraud = 1 | columns) (n,) by Bayes' rule, if a share `fraud_rate` of the claims is labelled as fraud."""
    ratio = multiplier(columns) / MEAN_MULTIPLIER
    labelled = fraud_rate * ratio
    return labelled / (labelled + (1 - fraud_rate) * (1 - UNDETECTED_SHARE + UNDETECTED_SHARE * ratio))
