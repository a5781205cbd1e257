"""Means over seeds, with the interval that says how far to trust them."""

from typing import NamedTuple

import numpy as np


class Interval(NamedTuple):
    """A mean and the two ends of its confidence interval, each a float or an array of one shape."""

    mean: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def __str__(self):
        return f"{self.mean:.3g} [{self.low:.3g}, {self.high:.3g}]"


def mean_interval(values, level=0.95) -> Interval:
    """Student's t interval for the mean over the first axis.

    values: (n, ...) one row per seed, n >= 2. level: coverage.
    Returns arrays of shape (...): mean and ends. Raises ValueError for fewer than two rows.
    """
    from scipy.stats import t

    values = np.asarray(values, dtype=float)
    if len(values) < 2:
        raise ValueError(f"an interval needs at least two values, got {len(values)}")
    mean = values.mean(axis=0)
    half = t.ppf((1 + level) / 2, len(values) - 1) * values.std(axis=0, ddof=1) / np.sqrt(len(values))
    return Interval(mean, mean - half, mean + half)


def claim(text, differences, level=0.95, *, over="seeds"):
    """Print whether an effect is shown: the interval of its mean has to lie above zero.

    text: what is claimed. differences: (n,) one per seed, positive where the seed agrees with the claim.
    level: coverage of the interval. over: what there is one difference for, where it is not seeds ("claims").
    """
    interval = mean_interval(differences, level)
    verdict = "✓" if interval.low > 0 else "✗ not shown here:"
    print(f"{verdict} {text}: by {interval} over {len(differences)} {over}")
