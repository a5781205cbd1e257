"""Mutants of the solution: killed by a check, or shown to be equal to it."""

from __future__ import annotations

import pytest
from labgrader.errors import LabgraderError
from labgrader.verify.mutants import mutants_of

INPUTS = "def inputs(rng):\n    return (rng.normal(),)\n"
LISTED = '[[mutant]]\nline = "return {}"\nbecomes = "return {}"\nreason = "adding nothing is taking nothing away"\n'
SUM, DIFFERENCE = "(x + 0) / 2", "(x - 0) / 2"


@pytest.fixture
def indifferent(banked):
    """The tiny course with a solution that has mutants nobody can tell from it."""
    banked.edit("half", "return x / 2", f"return {SUM}")
    return banked


def survivors(gaps):
    return [gap.partition("the mutant ")[2].partition(":")[0] for gap in gaps if "no check kills" in gap]


def test_checks_that_kill_every_mutant(banked):
    status, exercises, said = banked.command("--mutants")
    assert (status, said) == (0, "")
    for one in exercises:
        assert one["killed"] == one["mutants"] >= 10
        assert one["equivalent"] == 0
    square = exercises[0]
    assert square["killed_visible"] == square["mutants"]


def test_a_check_that_lets_mutants_live(banked):
    banked.edit("test_thrice", "thrice(2) == 6", "thrice(0) == 0")
    banked.write("thrice", "wrong_twice", "def thrice(x):\n    return 1\n", "thrice(0) == 0", "AssertionError")
    assert "'return 3 * x' → 'return 4 * x'" in survivors(banked.gaps(mutants=True))
    assert survivors(banked.gaps()) == []


def test_a_listed_mutant_that_is_equal_is_no_gap(indifferent):
    spelling = f"{'return ' + SUM!r} → {'return ' + DIFFERENCE!r}"
    assert spelling in survivors(indifferent.gaps(mutants=True))
    indifferent.put("half", "equivalent.toml", LISTED.format(SUM, DIFFERENCE))
    indifferent.put("half", "inputs.py", INPUTS)
    found = indifferent.verify(mutants=True)["half"]
    assert found.equivalent == 1
    assert not any(spelling in gap for gap in found.gaps)


def test_a_listed_mutant_that_differs_is_a_gap(indifferent):
    indifferent.put("half", "equivalent.toml", LISTED.format(SUM, "(x | 0) / 2"))  # the same for whole numbers only
    indifferent.put("half", "inputs.py", INPUTS)
    assert any(
        "(x | 0) / 2' is listed and not equivalent: AssertionError: input 0" in gap
        for gap in indifferent.gaps(mutants=True)
    )


def test_a_stale_entry_is_a_gap(banked):
    banked.put("half", "equivalent.toml", LISTED.format(SUM, DIFFERENCE))
    banked.put("half", "inputs.py", INPUTS)
    (gap,) = banked.gaps(mutants=True)
    assert "which is no survivor: remove the entry" in gap


def test_a_list_of_excuses_is_a_gap(indifferent):
    entries = [LISTED.format(SUM, f"(x {operator} 0) / 2") for operator in ("-", "|", "^", "<<", ">>")]
    indifferent.put("half", "equivalent.toml", "\n".join(entries))
    indifferent.put("half", "inputs.py", "def inputs(rng):\n    return (int(rng.integers(100)),)\n")
    (gap,) = [gap for gap in indifferent.gaps(mutants=True) if gap.startswith("half")]
    assert "as equivalent: at most 5% may be" in gap


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"equivalent.toml": "[[mutant]]\nline = 'x'"}, "cannot be read"),
        ({"equivalent.toml": LISTED.format(SUM, DIFFERENCE)}, "nothing makes inputs"),
    ],
)
def test_a_list_that_cannot_be_used_is_named(banked, files, sentence):
    for name, text in files.items():
        banked.put("half", name, text)
    with pytest.raises(LabgraderError, match=sentence):
        banked.verify(mutants=True)


def test_a_sample_is_the_same_every_time_and_calls_nothing_stale(banked):
    banked.put("half", "equivalent.toml", LISTED.format(SUM, DIFFERENCE))
    banked.put("half", "inputs.py", INPUTS)
    found = banked.verify(mutants=4)["half"]
    assert (found.mutants, found.gaps) == (4, [])


def test_only_the_solution_region_is_mutated():
    mutants = mutants_of(
        "def f(x, n=1):\n    y = x + 1\n    ### BEGIN SOLUTION\n    return y + 2\n    ### END SOLUTION\n"
    )
    assert len(mutants) > 10
    assert {mutant.line for mutant in mutants} == {"return y + 2"}
    assert all("BEGIN" not in mutant.source and "y = x + 1" in mutant.source for mutant in mutants)
    assert len({mutant.source for mutant in mutants}) == len(mutants)
