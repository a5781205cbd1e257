"""Intervals against scipy's own, by simulation, and what a claim prints."""

import numpy as np
import pytest
from dllabs.stats import claim, mean_interval
from scipy import stats

rng = np.random.default_rng(0)


@pytest.mark.parametrize("n", [2, 5, 30])
@pytest.mark.parametrize("level", [0.8, 0.95])
def test_the_interval_is_scipys(n, level):
    values = rng.normal(3.0, 2.0, n)
    low, high = stats.t.interval(level, n - 1, loc=values.mean(), scale=stats.sem(values))
    assert mean_interval(values, level) == pytest.approx((values.mean(), low, high))


def test_an_interval_for_every_column():
    values = rng.normal(size=(6, 3, 4))
    interval = mean_interval(values)
    assert interval.low.shape == interval.high.shape == (3, 4)
    single = mean_interval(values[:, 1, 2])
    assert (interval.mean[1, 2], interval.low[1, 2], interval.high[1, 2]) == pytest.approx(single)


def test_the_true_mean_lies_inside_as_often_as_promised():
    samples = np.random.default_rng(1).normal(7.0, 2.0, (5, 40_000))
    _, low, high = mean_interval(samples)
    covered = np.mean((low <= 7.0) & (high >= 7.0))
    # Four standard errors of the simulation; a normal quantile instead of Student's would cover 0.88.
    assert covered == pytest.approx(0.95, abs=4 * np.sqrt(0.95 * 0.05 / 40_000))


@pytest.mark.parametrize("values", [[], [1.0], [[1.0, 2.0]]])
def test_one_run_gives_no_interval(values):
    with pytest.raises(ValueError, match="at least two values"):
        mean_interval(values)


@pytest.mark.parametrize(
    ("differences", "line"),
    [
        ([1.0, 2.0, 3.0], "✗ not shown here: A beats B: by 2 [-0.484, 4.48] over 3 seeds\n"),
        ([1.9, 2.0, 2.1], "✓ A beats B: by 2 [1.75, 2.25] over 3 seeds\n"),
        ([-1.9, -2.0, -2.1], "✗ not shown here: A beats B: by -2 [-2.25, -1.75] over 3 seeds\n"),
        ([0.0, 0.0, 0.0], "✗ not shown here: A beats B: by 0 [0, 0] over 3 seeds\n"),
        ([1.0, np.nan, 1.0], "✗ not shown here: A beats B: by nan [nan, nan] over 3 seeds\n"),
    ],
)
def test_a_claim_holds_when_its_interval_lies_above_zero(capsys, differences, line):
    claim("A beats B", np.array(differences))
    assert capsys.readouterr().out == line


def test_a_claim_takes_another_level(capsys):
    claim("A beats B", [1.0, 2.0, 3.0], level=0.5)
    assert capsys.readouterr().out.startswith("✓")


def test_a_claim_says_what_it_was_measured_over(capsys):
    claim("A beats B", [1.9, 2.0, 2.1], over="digits")
    assert capsys.readouterr().out == "✓ A beats B: by 2 [1.75, 2.25] over 3 digits\n"
