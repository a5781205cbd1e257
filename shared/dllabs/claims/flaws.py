"""The flaws of real tables: gaps, impossible values, duplicate rows. All are independent of the label."""

from __future__ import annotations

import numpy as np

from dllabs.arrays import Array, FloatArray, IntArray

PUBLISHED_ROWS = 11_522
# Gaps in that many rows of the real table. Connection and damage are missing where they are unknown (see `incidents`).
GAPS = {"occupation": 342, "cause": 193, "covers": 191, "hour": 94, "age": 36, "vehicle": 12, "vehicle_months": 12}
_GAP_IN_THE_SAME_ROWS = {"covers": "cause", "vehicle_months": "vehicle"}
NEGATIVE_VEHICLE_AGES = 3
DUPLICATES = 8


def leave_gaps(rng: np.random.Generator, n: int) -> dict[str, IntArray]:
    """For each column of GAPS, the random rows (k,) without a value; k is in proportion to the n rows of the table."""
    gaps: dict[str, IntArray] = {}
    for name, published in GAPS.items():
        count = _count(published, n)
        same = _GAP_IN_THE_SAME_ROWS.get(name)
        gaps[name] = gaps[same][:count] if same else rng.choice(n, count, replace=False)
    return gaps


def make_ages_negative(rng: np.random.Generator, vehicle_months: Array) -> FloatArray:
    """A copy of the vehicles' ages in months (n,), a few of them negative as if two dates had been swapped."""
    spoiled = np.array(vehicle_months, dtype=float)
    known = np.flatnonzero(~np.isnan(spoiled))
    rows = rng.choice(known, min(_count(NEGATIVE_VEHICLE_AGES, len(spoiled)), len(known)), replace=False)
    spoiled[rows] = -rng.integers(1, 25, len(rows))
    return spoiled


def repeat_rows(rng: np.random.Generator, label: Array) -> IntArray:
    """Row indices (n,) that select each row once, except that a few rows are replaced with a copy of another row.

    A copy replaces a row with the same label, which keeps the number of frauds unchanged.
    """
    rows = np.arange(len(label))
    places = rng.choice(len(label), _count(DUPLICATES, len(label)), replace=False)
    for place in places:
        originals = np.setdiff1d(np.flatnonzero(label == label[place]), places)
        if len(originals):
            rows[place] = rng.choice(originals)
    return rows


def _count(published: int, n: int) -> int:
    """The number for n rows in proportion to the number in the real table."""
    return round(n * published / PUBLISHED_ROWS)
