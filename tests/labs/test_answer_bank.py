"""The graders of every lab against its answer bank: right answers, mistakes with their hints, and mutants."""

from functools import cache

import pytest
from executions import COURSE, RESULTS
from labgrader.verify.verify import verify
from result_cache import TrialCache

WORKERS = 1  # two of these tests run at a time, on two cores
SEEDS_IN_FULL = 20


@cache
def findings_of(lab):
    """All right answers, and for each check one wrong answer that it must catch; `make test-full` tries all."""
    return verify(COURSE, [lab], wrong_per_check=1, workers=WORKERS, store=TrialCache(RESULTS))


def gaps(findings):
    return [f"{found.exercise}: {gap}" for found in findings for gap in found.gaps]


@pytest.mark.timeout(900)
def test_right_answers_are_accepted_and_mistakes_caught(lab):
    assert gaps(findings_of(lab)) == []
    for found in findings_of(lab):
        assert 3 <= found.right == found.accepted, found.exercise
        assert 1 <= found.wrong == found.rejected == found.hinted, found.exercise


@pytest.mark.per_lab
@pytest.mark.timeout(1800)
def test_every_answer(lab):
    assert gaps(verify(COURSE, [lab], workers=WORKERS, store=TrialCache(RESULTS))) == []


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_whatever_the_seed_and_for_every_mutant(lab):
    assert gaps(verify(COURSE, [lab], seeds=SEEDS_IN_FULL, mutants=True, workers=WORKERS)) == []
