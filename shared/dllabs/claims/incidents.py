"""What happened, given who it happened to: the cause first, everything else from the cause."""

import numpy as np

from dllabs.claims.policyholders import DAYS_A_YEAR, choose, sigmoid

# Per cause: share among average customers; change of log share with carefulness and with ln(1 + policy years), since
# loyal customers hold comprehensive cover; share without identified third party and with unknown hour; claim amount.
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


def draw_incidents(rng, holders):
    """Columns of one incident for each policyholder, as a dict of arrays (n,).

    holders: from `draw_policyholders`. liability 0, 0.5 or 1; hour 0 to 23 where 0 also stands for unknown; amount in
    currency units with two decimals; easiness in [0, 1] with three; `connection` and `damage` NOTHING where unknown.
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


def _cause_weights(holders):
    years = holders["policy_days"] / DAYS_A_YEAR
    return (
        np.log(_SHARE) + _CAREFUL * holders["carefulness"][:, None] + _COMPREHENSIVE * (np.log1p(years) - 1.4)[:, None]
    )


def _draw_liability(rng, cause, carefulness):
    """Alone on the road it is one's own fault; in a collision careless drivers are at fault more often."""
    at_fault = sigmoid(-0.55 - 0.9 * carefulness)
    u = rng.random(len(cause))
    in_collision = np.where(u < at_fault, 1.0, np.where(u < at_fault + 0.08 * (1 - at_fault), 0.5, 0.0))
    return np.where(cause == "LossOfControl", 1.0, np.where(cause == "Collision", in_collision, 0.0))


def _draw_hour(rng, unknown):
    n = len(unknown)
    hour = np.where(rng.random(n) < 0.8, rng.normal(14.5, 4, n), 24 * rng.random(n))
    return np.where(unknown, 0, np.clip(np.floor(hour), 0, 23))


def _draw_amount(rng, cause_index, liability, injuries, vehicle_months):
    log_amount = (
        np.log(_MEDIAN_AMOUNT)[cause_index]
        + _LOG_AMOUNT_SPREAD[cause_index] * rng.normal(size=len(cause_index))
        + 0.25 * (liability > 0)
        - 0.12 * np.tanh((vehicle_months - 114) / 60)
    )
    return np.round(np.exp(log_amount) * (1 + injuries), 2)


def _easiness(rng, alone, same, injuries, liability, hour):
    """The insurer's score of how easily such an accident could be staged; blind to everything but the circumstances."""
    score = 0.249 + 0.13 * alone + 0.05 * same - 0.06 * (injuries > 0) - 0.04 * (liability > 0) + 0.05 * (hour == 0)
    return np.round(np.clip(score + rng.normal(0, 0.1, len(hour)), 0, 1), 3)


def _covers(rng, cause, liability, injuries, policy_days):
    """Names of the covers that the claim draws on, separated by blanks, in alphabetical order."""
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


def _damage(rng, amount):
    """An expert looks at one claim in sixteen, rather at the large ones."""
    n = len(amount)
    size = np.log(amount / 1000)
    assessed = rng.random(n) < sigmoid(-2.72 + 0.7 * size)
    degree = DAMAGES[np.digitize(size + rng.normal(0, 0.5, n), [-0.3, 1.0])]
    return np.where(assessed, degree, NOTHING)
