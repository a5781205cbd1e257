"""Lab 8 asks for the kind of a column and never for its name: its solutions run on tables of anybody."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from dllabs import data
from executions import source_of
from labgrader import notebook
from labgrader.answers import without_markers
from labgrader.run.execute import execute
from scipy.spatial.distance import cdist
from sklearn.linear_model import LogisticRegression

LAB = "08_fraud"
WITHOUT_KERAS = (
    "tools",
    "clean_claims",
    "split_claims",
    "fit_preprocessor",
    "average_precision",
    "bootstrap_interval",
    "smote",
    "resample_train",
    "best_threshold",
)


def numbers_only(rng, fraud):
    n = len(fraud)
    return {"size": rng.normal(size=n) + 1.5 * fraud, "age": rng.integers(0, 90, n), "old": rng.random(n) < 0.5}


def categories_only(rng, fraud):
    n = len(fraud)
    kind = np.where(fraud & (rng.random(n) < 0.7), "x", rng.choice(["x", "y", "z"], n)).astype(object)
    kind[rng.random(n) < 0.1] = None
    return {"kind": kind, "where": rng.choice(["north", "south"], n), "policy": [f"number {row}" for row in range(n)]}


def everything(rng, fraud):
    n = len(fraud)
    start = np.datetime64("2020-02-01") + rng.integers(0, 900, n).astype("timedelta64[D]")
    days = np.where(fraud, rng.integers(0, 60, n), rng.integers(0, 900, n)).astype("timedelta64[D]")
    gappy = np.where(rng.random(n) < 0.2, np.nan, rng.gamma(2, 500, n))
    return {"until": start + days, "since": start, "amount": gappy} | categories_only(rng, fraud)


@pytest.fixture(
    params=[(numbers_only, 20), (categories_only, 20), (everything, 20), (everything, 8)],
    ids=lambda param: f"{param[0].__name__}-one-in-{param[1]}",
)
def path(request, tmp_path):
    """A CSV file of 1,500 claims with some fraud and ten copies, the label in words and in the first column."""
    columns, one_in = request.param
    rng = np.random.default_rng(5)
    fraud = np.arange(1500) % one_in == 7
    table = pd.DataFrame({"faked": np.where(fraud, "yes", "no")} | columns(rng, fraud))
    pd.concat([table, table.iloc[:10]]).to_csv(tmp_path / "own.csv", index=False)
    return tmp_path / "own.csv"


@pytest.fixture(scope="module")
def solutions():
    """What the solution cells define that need no Keras."""
    space = {"np": np, "pd": pd, "data": data, "cdist": cdist, "combinations": combinations}
    cells = {notebook.grade_id(cell): cell.source for cell in source_of(LAB).cells}
    for name in WITHOUT_KERAS:
        exec(compile(without_markers(cells[name]), f"<{name}>", "exec"), space)
    return space


def test_the_solutions_from_the_file_to_the_cost(path, solutions):
    claims = data.read_claims(path, "faked")
    cleaned = solutions["clean_claims"](claims, "faked")
    assert len(cleaned) <= 1500
    assert cleaned["faked"].sum() > 0
    parts = solutions["split_claims"](cleaned, "faked", np.random.default_rng(0))
    state = solutions["fit_preprocessor"](parts[0], "faked")
    (X, y), (X_val, y_val), (X_test, y_test) = (solutions["apply_preprocessor"](state, part) for part in parts)
    assert all(np.isfinite(rows).all() for rows in (X, X_val, X_test))
    X_large, y_large = solutions["resample_train"](X, y, 0.5, np.random.default_rng(1))
    assert y_large.mean() == pytest.approx(1 / 3, abs=0.01)
    model = LogisticRegression(max_iter=1000).fit(X_large, y_large)
    scores, test_scores = (model.predict_proba(rows)[:, 1] for rows in (X_val, X_test))
    threshold = solutions["best_threshold"](y_val, scores, 150, 3600)
    cost = solutions["expected_cost"](y_test, test_scores, threshold, 150, 3600)
    assert cost < 3600 * y_test.mean()
    metric = solutions["average_precision"]
    low, high = solutions["bootstrap_interval"](metric, y_test, test_scores, np.random.default_rng(2), n=50)
    assert y_test.mean() < metric(y_test, test_scores)
    assert low < high


@pytest.mark.full
def test_the_whole_lab_runs_on_it(path):
    execution = execute(source_of(LAB), {"PATH_TO_CLAIMS": str(path), "LABEL": "faked"})
    assert execution.failure is None
