"""The policyholder, and how long the policy has been held at the time of the loss.

Everything depends on two hidden traits: loyalty (to this insurer; it increases with age) and carefulness (on the road).
"""

from __future__ import annotations

import numpy as np

from dllabs.arrays import Array, Columns, FloatArray, IntArray

NEW_DAYS = 29
# From figures published about the real table: the rule "at most 29 days" flags 5.9 % of the claims, and 13 % of these
# are frauds. That leaves 5.2 % of the claims labelled legitimate, 0.4 of which are the undetected frauds of `odds`.
NEW_SHARE = 0.048
DAYS_A_YEAR = 365.25

OCCUPATIONS = np.array(["Student", "Employee", "Worker", "SelfEmployed", "CivilServant", "Unemployed", "Retired"])
_OCCUPATION_SHARE = np.array([0.03, 0.40, 0.22, 0.12, 0.12, 0.05, 0.06])
VEHICLES = np.array(["Car", "Van", "Motorcycle", "Truck"])
_VEHICLE_SHARE = np.array([0.88, 0.06, 0.04, 0.02])


def draw_policyholders(rng: np.random.Generator, n: int) -> Columns:
    """Columns of n policyholders on the day of a loss.

    `carefulness` is hidden, standard normal; `policy_days`, `vehicle_months` and `age` (in years) are whole numbers.
    """
    loyalty = rng.normal(size=n)
    carefulness = 0.6 * loyalty + 0.8 * rng.normal(size=n)
    maturity = 0.35 * loyalty + np.sqrt(1 - 0.35**2) * rng.normal(size=n)
    age = np.floor(np.minimum(18 + np.exp(3.18 + 0.5 * maturity), 95))
    policy_days = _policy_days(rng, loyalty, age)
    years = policy_days / DAYS_A_YEAR
    return {
        "carefulness": carefulness,
        "age": age,
        "policy_days": policy_days,
        "internet": (rng.random(n) < sigmoid(-0.62 - 0.45 * np.log1p(years) - 0.1 * loyalty)).astype(int),
        "policies": np.minimum(1 + rng.poisson(0.38 + 0.40 * np.sqrt(years)), 9),
        "vehicle_months": np.floor(rng.gamma(3.2, 114.5 / 3.2, n)),
        "vehicle": VEHICLES[choose(rng, np.broadcast_to(np.log(_VEHICLE_SHARE), (n, len(VEHICLES))))],
        "occupation": OCCUPATIONS[choose(rng, _occupation_weights(age))],
    }


def _policy_days(rng: np.random.Generator, loyalty: FloatArray, age: FloatArray) -> FloatArray:
    """Days since the first subscription: uniform for new customers, Weibull with shape 2 for the others."""
    rank = normal_cdf(0.7 * loyalty + np.sqrt(1 - 0.7**2) * rng.normal(size=len(loyalty)))
    later = np.clip((rank - NEW_SHARE) / (1 - NEW_SHARE), 0, 1 - 1e-12)
    established = NEW_DAYS + 1 + 2350 * (-np.log1p(-later)) ** (1 / 2)
    days = np.where(rank < NEW_SHARE, (NEW_DAYS + 1) * rank / NEW_SHARE, established)
    licensed = (age - 17) * DAYS_A_YEAR
    return np.floor(np.where(days > licensed, licensed * rng.random(len(days)), days))


def _occupation_weights(age: FloatArray) -> FloatArray:
    """Logarithms of the unnormalized probabilities of the occupations, (n, occupations)."""
    weights = np.tile(np.log(_OCCUPATION_SHARE), (len(age), 1))
    weights[age < 26, 0] += 2.5
    weights[age >= 63, 6] += 4
    return weights


def choose(rng: np.random.Generator, log_weights: FloatArray) -> IntArray:
    """One random column index for each row, (n,), with probabilities proportional to exp(log_weights), (n, k).

    Uses the Gumbel-max trick: the position of the maximum of log_weights plus standard Gumbel noise.
    """
    indices: IntArray = np.argmax(log_weights + rng.gumbel(size=log_weights.shape), axis=1)
    return indices


def sigmoid(x: Array) -> FloatArray:
    """The logistic function 1 / (1 + exp(−x)), elementwise."""
    return 1 / (1 + np.exp(-x))


def normal_cdf(z: FloatArray) -> FloatArray:
    """The distribution function of the standard normal distribution, elementwise."""
    from scipy.special import ndtr  # type: ignore[import-untyped]  # SciPy ships no types

    probabilities: FloatArray = ndtr(z)
    return probabilities
