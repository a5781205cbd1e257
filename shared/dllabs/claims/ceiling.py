"""What the best possible model of the claims would know."""

from dllabs.claims.table import draw_table
from dllabs.stats import Interval, mean_interval


def posterior(n=11_000, fraud_rate=0.01, seed=0):
    """P(Fraud = 1 | everything drawn of the claim) for the rows of `load_claims` with the same arguments.

    Returns a pandas Series of n numbers in [0, 1], indexed as that frame, so that a part of the frame finds its own.
    It knows the values before gaps and errors came in; a model that sees only the table can at best come close.
    Raises what `load_claims` raises.
    """
    import pandas as pd

    claims, probability = draw_table(n, fraud_rate, seed)
    return pd.Series(probability, index=claims.index, name="posterior")


def best_possible_average_precision(n=11_000, fraud_rate=0.01, seeds=range(20)) -> Interval:
    """Average precision of the posterior, its mean over tables and the 95 % interval of that mean.

    seeds: at least two, one table each. Raises ValueError for fewer, or where a table has no fraud.
    """
    from sklearn.metrics import average_precision_score

    if round(n * fraud_rate) < 1:
        raise ValueError(f"average precision needs a fraud: {n} rows at a fraud_rate of {fraud_rate} have none.")
    tables = (draw_table(n, fraud_rate, seed) for seed in seeds)
    return mean_interval([average_precision_score(claims["Fraud"], scores) for claims, scores in tables])
