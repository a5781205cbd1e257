"""What makes a claim a fraud: circumstances that multiply its odds."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from dllabs.claims.policyholders import DAYS_A_YEAR, NEW_DAYS


class Term(NamedTuple):
    """A circumstance and by how much it multiplies the odds of fraud.

    applies: columns -> (n,) booleans, or a number that the multiplier is raised to.
    """

    name: str
    multiplier: float
    applies: Callable


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

# However many signs come together, the odds rise at most this often: no claim is certain.
LARGEST_MULTIPLIER = 650.0
# The mean of `multiplier` over legitimate claims, found by simulation (a test repeats it).
MEAN_MULTIPLIER = 6.82
# Of the claims labelled legitimate, these are frauds that nobody detected: about one for two that were, at 1 % fraud.
UNDETECTED_SHARE = 0.005


def log_amount(amount):
    return np.clip(np.log(np.maximum(amount, 1) / 1000), -1, 2.5)


def _stolen_old_vehicle(columns):
    return (columns["cause"] == "Theft") & (columns["vehicle_months"] > 120) & (columns["policy_days"] > NEW_DAYS)


def multiplier(columns):
    """By how much each claim's circumstances multiply the odds of fraud (n,), all terms together."""
    log_odds = sum(np.log(term.multiplier) * term.applies(columns) for term in TERMS)
    return np.minimum(np.exp(log_odds), LARGEST_MULTIPLIER)


def probability_of_label(columns, fraud_rate):
    """P(Fraud = 1 | columns) (n,) by Bayes' rule, when a share `fraud_rate` of the claims is labelled so."""
    ratio = multiplier(columns) / MEAN_MULTIPLIER
    labelled = fraud_rate * ratio
    return labelled / (labelled + (1 - fraud_rate) * (1 - UNDETECTED_SHARE + UNDETECTED_SHARE * ratio))
