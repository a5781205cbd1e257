"""Means over seeds with their confidence intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from dllabs.arrays import FloatArray, FloatOrArray


class Interval(NamedTuple):
    """A mean and the ends of its confidence interval: three numbers, or three arrays of the same shape."""

    mean: FloatOrArray
    low: FloatOrArray
    high: FloatOrArray

    def __str__(self) -> str:
        return f"{self.mean:.3g} [{self.low:.3g}, {self.high:.3g}]"


def mean_interval(values: ArrayLike, level: float = 0.95) -> Interval:
    """Student's t confidence interval for the mean over the first axis.

    values: (n, ...), one row per seed, n >= 2. level: coverage, between 0 and 1.

    Returns the mean and the ends mean ± t · s / √n, each of shape (...), where s is the standard deviation with
    divisor n − 1 and t the (1 + level) / 2 quantile of Student's distribution with n − 1 degrees of freedom.
    Raises ValueError for fewer than two rows.
    """
    from scipy.stats import t  # type: ignore[import-untyped]  # SciPy ships no types

    rows = np.asarray(values, dtype=float)
    if len(rows) < 2:
        raise ValueError(f"an interval needs at least two values, got {len(rows)}")
    mean = rows.mean(axis=0)
    half = t.ppf((1 + level) / 2, len(rows) - 1) * rows.std(axis=0, ddof=1) / np.sqrt(len(rows))
    return Interval(mean, mean - half, mean + half)


def claim(text: str, differences: FloatArray | Sequence[float], level: float = 0.95, *, over: str = "seeds") -> None:
    """Print whether the data support a claim: the whole confidence interval of the mean must lie above zero.

    text: the claim. differences: (n,), one per seed, positive if that seed supports the claim, n >= 2.
    level: coverage of the interval. over: what the differences were measured over, if not seeds (such as "claims").

    Raises ValueError for fewer than two differences.
    """
    interval = mean_interval(differences, level)
    verdict = "✓" if interval.low > 0 else "✗ not shown here:"
    print(f"{verdict} {text}: by {interval} over {len(differences)} {over}")
