"""The best possible model of the claims: an upper bound for any model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dllabs.claims.table import draw_table
from dllabs.stats import Interval, mean_interval

if TYPE_CHECKING:
    import pandas as pd


def posterior(n: int = 11_000, fraud_rate: float = 0.01, seed: int = 0) -> pd.Series:
    """P(Fraud = 1 | all simulated values of the claim) for each row of `load_claims` with the same arguments.

    Returns n numbers in [0, 1] with the index of that frame, so that `posterior(...)[part.index]` belongs to a part of
    it. They depend on the values before gaps and errors were added, so a model that sees only the table can do no
    better. Raises the same exceptions as `load_claims`.
    """
    import pandas as pd

    claims, probability = draw_table(n, fraud_rate, seed)
    return pd.Series(probability, index=claims.index, name="posterior")


def best_possible_average_precision(
    n: int = 11_000, fraud_rate: float = 0.01, seeds: Iterable[int] = range(20)
) -> Interval:
    """The average precision of `posterior`: its mean over tables and the 95 % confidence interval of the mean.

    n, fraud_rate: as for `load_claims`. seeds: at least two, one for each table.
    Raises ValueError for fewer than two seeds, or if the tables have no fraud.
    """
    from sklearn.metrics import average_precision_score

    if round(n * fraud_rate) < 1:
        raise ValueError(f"average precision needs a fraud: {n} rows at a fraud_rate of {fraud_rate} have none.")
    tables = (draw_table(n, fraud_rate, seed) for seed in seeds)
    return mean_interval([average_precision_score(claims["Fraud"], scores) for claims, scores in tables])
