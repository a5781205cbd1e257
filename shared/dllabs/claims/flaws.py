"""What is wrong with real tables: gaps, impossible values, rows entered twice. None of it looks at the label."""

import numpy as np

PUBLISHED_ROWS = 11_522
# Gaps in that many rows. The connection and the damage are missing because nobody found out (`incidents`).
GAPS = {"occupation": 342, "cause": 193, "covers": 191, "hour": 94, "age": 36, "vehicle": 12, "vehicle_months": 12}
_GAP_IN_THE_SAME_ROWS = {"covers": "cause", "vehicle_months": "vehicle"}
NEGATIVE_VEHICLE_AGES = 3
DUPLICATES = 8


def leave_gaps(rng, n):
    """For each column of GAPS the rows (k,) whose value is lost; k is exact, the rows are random."""
    gaps = {}
    for name, published in GAPS.items():
        count = _count(published, n)
        same = _GAP_IN_THE_SAME_ROWS.get(name)
        gaps[name] = gaps[same][:count] if same else rng.choice(n, count, replace=False)
    return gaps


def make_ages_negative(rng, vehicle_months):
    """A copy in which a few vehicles are younger than nothing, as if the dates had been swapped."""
    spoiled = np.array(vehicle_months, dtype=float)
    known = np.flatnonzero(~np.isnan(spoiled))
    rows = rng.choice(known, min(_count(NEGATIVE_VEHICLE_AGES, len(spoiled)), len(known)), replace=False)
    spoiled[rows] = -rng.integers(1, 25, len(rows))
    return spoiled


def repeat_rows(rng, label):
    """Which row stands in each place (n,): its own, except that a few are exact copies of another.

    A copy replaces a row of the same label, so that the number of frauds stays what was asked for.
    """
    rows = np.arange(len(label))
    places = rng.choice(len(label), _count(DUPLICATES, len(label)), replace=False)
    for place in places:
        originals = np.setdiff1d(np.flatnonzero(label == label[place]), places)
        if len(originals):
            rows[place] = rng.choice(originals)
    return rows


def _count(published, n):
    return round(n * published / PUBLISHED_ROWS)
