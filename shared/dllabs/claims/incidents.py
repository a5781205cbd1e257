"""What happened to each policyholder: first the cause, then everything that depends on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from dllabs.arrays import Array, BoolArray, Columns, FloatArray, IntArray
from dllabs.claims.policyholders import DAYS_A_YEAR, choose, sigmoid

# For each cause: its share among average customers; the change of its log share with carefulness, and with
# ln(1 + policy years), since loyal customers hold comprehensive cover; the share of claims without an identified third
# party and with an unknown hour; the median claim amount in currency units and the deviation of its logarithm.
CAUSES = np.array(["GlassBreakage", "Parking", "Weather", "Animal", "Theft", "Vandalism", "Collision", "LossOfControl"])
_SHARE = np.array([0.285, 0.120, 0.060, 0.045, 0.040, 0.045, 0.335, 0.065])
_CAREFUL = np.array([0, 0, 0, 0, 0, 0, -0.2, -0.45])
_COMPREHENSIVE = np.array([0.45, 0.30, 0.30, 0.30, 0, 0.20, 0, 0])
_NO_THIRD_PARTY = np.array([1, 0.88, 1, 1, 1, 1, 0.04, 1])
_HOUR_UNKNOWN = np.array([0.68, 0.60, 0.55, 0.35, 0.45, 0.75, 0.05, 0.05])
_MEDIAN_AMOUNT = np.array([410, 650, 820, 960, 2450, 650, 920, 1450])
_LOG_AMOUNT_SPREAD = np.array([0.5, 0.7, 1.0, 0.8, 1.0, 0.8, 1.0, 1.0])
_POST_CODE_SAME = np.array([0.30, 0.65, 0.30, 0.30, 0.30, 0.30, 0.05, 0.30])  # log odds

CONNECTIONS = np.array(["Relatives", "Friends", "Neighbours", "Colleagues"])
DAMAGES = np.array(["Minor", "Moderate", "Severe"])
NOTHING = ""  # no connection known, no expert sent


def draw_incidents(rng: np.random.Generator, holders: Mapping[str, Array]) -> Columns:
    """Columns of one incident for each policyholder.

    holders: the columns from `draw_policyholders`.

    `liability` is 0, 0.5 or 1; `hour` is 0 to 23, where 0 also means unknown; `amount` is in currency units with two
    decimals; `easiness` is in [0, 1] with three decimals; `connection` and `damage` are NOTHING if unknown.
    """
    n = len(holders["age"])
    index = choose(rng, _cause_weights(holders))
    cause = CAUSES[index]
    collision = cause == "Collision"
    alone = rng.random(n) < _NO_THIRD_PARTY[index]
    liability = _draw_liability(rng, cause, holders["carefulness"])
    injuries = rng.binomial(3, np.where(collision, 0.023, np.where(cause == "LossOfControl", 0.025, 0)))
    hour = _draw_hour(rng, rng.random(n) < _HOUR_UNKNOWN[index])
    same = rng.random(n) < sigmoid(_POST_CODE_SAME[index])
    amount = _draw_amount(rng, index, liability, injuries, holders["vehicle_months"])
    return {
        "cause": cause,
        "alone": alone.astype(int),
        "liability": liability,
        "injuries": injuries,
        "hour": hour,
        "same_post_code": same.astype(int),
        "amount": amount,
        "easiness": _easiness(rng, alone, same, injuries, liability, hour),
        "covers": _covers(rng, cause, liability, injuries, holders["policy_days"]),
        "connection": np.where(~alone & (rng.random(n) < 0.0256), rng.choice(CONNECTIONS, n), NOTHING),
        "damage": _damage(rng, amount),
    }


def _cause_weights(holders: Mapping[str, Array]) -> FloatArray:
    """Logarithms of the unnormalized probabilities of the causes, (n, causes)."""
    years = holders["policy_days"] / DAYS_A_YEAR
    careful, loyal = holders["carefulness"][:, None], (np.log1p(years) - 1.4)[:, None]
    weights: FloatArray = np.log(_SHARE) + _CAREFUL * careful + _COMPREHENSIVE * loyal
    return weights


def _draw_liability(rng: np.random.Generator, cause: Array, carefulness: FloatArray) -> FloatArray:
    """Drivers who lose control are always at fault; in a collision, careless drivers are at fault more often."""
    at_fault = sigmoid(-0.55 - 0.9 * carefulness)
    u = rng.random(len(cause))
    in_collision = np.where(u < at_fault, 1.0, np.where(u < at_fault + 0.08 * (1 - at_fault), 0.5, 0.0))
    return np.where(cause == "LossOfControl", 1.0, np.where(cause == "Collision", in_collision, 0.0))


def _draw_hour(rng: np.random.Generator, unknown: BoolArray) -> FloatArray:
    """Hours 0 to 23, mostly in the afternoon; 0 where unknown."""
    n = len(unknown)
    hour = np.where(rng.random(n) < 0.8, rng.normal(14.5, 4, n), 24 * rng.random(n))
    return np.where(unknown, 0, np.clip(np.floor(hour), 0, 23))


def _draw_amount(
    rng: np.random.Generator, cause_index: IntArray, liability: FloatArray, injuries: IntArray, vehicle_months: Array
) -> FloatArray:
    """Log-normal amounts given the cause, larger with liability and injuries and smaller for old vehicles."""
    log_amount = (
        np.log(_MEDIAN_AMOUNT)[cause_index]
        + _LOG_AMOUNT_SPREAD[cause_index] * rng.normal(size=len(cause_index))
        + 0.25 * (liability > 0)
        - 0.12 * np.tanh((vehicle_months - 114) / 60)
    )
    amount: FloatArray = np.round(np.exp(log_amount) * (1 + injuries), 2)
    return amount


def _easiness(
    rng: np.random.Generator,
    alone: BoolArray,
    same: BoolArray,
    injuries: IntArray,
    liability: FloatArray,
    hour: FloatArray,
) -> FloatArray:
    """The insurer's score of how easily such an accident could be staged; it depends only on the circumstances."""
    score = 0.249 + 0.13 * alone + 0.05 * same - 0.06 * (injuries > 0) - 0.04 * (liability > 0) + 0.05 * (hour == 0)
    noisy: FloatArray = np.clip(score + rng.normal(0, 0.1, len(hour)), 0, 1)
    return np.round(noisy, 3)


def _covers(
    rng: np.random.Generator, cause: Array, liability: FloatArray, injuries: IntArray, policy_days: Array
) -> Array:
    """The names of the covers used by each claim, in alphabetical order and separated by spaces."""
    n = len(cause)
    comprehensive = rng.random(n) < sigmoid(-0.5 + 0.6 * np.log1p(policy_days / DAYS_A_YEAR))
    collision = cause == "Collision"
    own_damage = np.isin(cause, ["Parking", "Animal", "Vandalism", "LossOfControl"]) | (
        collision & comprehensive & (liability > 0)
    )
    used = {
        "Assistance": (collision | (cause == "LossOfControl")) & (rng.random(n) < 0.25),
        "BodilyInjury": injuries > 0,
        "Glass": cause == "GlassBreakage",
        "LegalProtection": collision & (liability < 1) & (rng.random(n) < 0.3),
        "NaturalEvents": cause == "Weather",
        "OwnDamage": own_damage,
        "Theft": cause == "Theft",
        "ThirdPartyLiability": collision,
    }
    names = np.full(n, "", dtype=object)
    for name, used_here in used.items():
        names[used_here] += name + " "
    return np.array([text.rstrip() for text in names], dtype=object)


def _damage(rng: np.random.Generator, amount: FloatArray) -> Array:
    """The degree of damage found by an expert, who assesses about one claim in sixteen, large ones more often."""
    n = len(amount)
    size = np.log(amount / 1000)
    assessed = rng.random(n) < sigmoid(-2.72 + 0.7 * size)
    degree = DAMAGES[np.digitize(size + rng.normal(0, 0.5, n), [-0.3, 1.0])]
    return np.where(assessed, degree, NOTHING)
