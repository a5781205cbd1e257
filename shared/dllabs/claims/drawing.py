"""Mix legitimate claims and frauds in a given proportion."""

from __future__ import annotations

import numpy as np

from dllabs.arrays import Columns
from dllabs.claims.incidents import draw_incidents
from dllabs.claims.odds import LARGEST_MULTIPLIER, MEAN_MULTIPLIER, UNDETECTED_SHARE, multiplier, probability_of_label
from dllabs.claims.policyholders import draw_policyholders

_LARGEST_BATCH = 100_000  # claims drawn at once, to limit memory


def draw_honest(rng: np.random.Generator, n: int) -> Columns:
    """Columns of n claims of honest customers."""
    holders = draw_policyholders(rng, n)
    return holders | draw_incidents(rng, holders)


def draw_labelled(rng: np.random.Generator, n: int, fraud_rate: float) -> Columns:
    """Columns of n claims in random order, with `fraud` (0 or 1) and its probability given the other columns
    (`posterior`).

    Exactly round(n * fraud_rate) are labelled as fraud; a share UNDETECTED_SHARE of the others are undetected frauds.
    """
    n_detected = round(n * fraud_rate)
    n_undetected = rng.binomial(n - n_detected, UNDETECTED_SHARE)
    frauds = _draw_frauds(rng, n_detected + n_undetected)
    honest = draw_honest(rng, n - n_detected - n_undetected)
    order = rng.permutation(n)
    columns = {name: np.concatenate([frauds[name], honest[name]])[order] for name in honest}
    columns["fraud"] = (order < n_detected).astype(int)
    columns["posterior"] = probability_of_label(columns, fraud_rate)
    return columns


def _draw_frauds(rng: np.random.Generator, n: int) -> Columns:
    """Columns of n frauds: honest claims, accepted with a probability proportional to their multiplier."""
    kept = [draw_honest(rng, 0)]
    missing = n
    while missing > 0:
        needed = int(1.1 * missing * LARGEST_MULTIPLIER / MEAN_MULTIPLIER) + 1000
        candidates = draw_honest(rng, min(needed, _LARGEST_BATCH))
        keep = rng.random(len(candidates["age"])) * LARGEST_MULTIPLIER < multiplier(candidates)
        rows = np.flatnonzero(keep)[:missing]
        kept.append({name: values[rows] for name, values in candidates.items()})
        missing -= len(rows)
    return {name: np.concatenate([part[name] for part in kept]) for name in kept[0]}
