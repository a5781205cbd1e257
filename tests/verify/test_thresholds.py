"""Checks built on dllabs: each needs a mistake that it catches, and thresholds show their margins."""

from __future__ import annotations

import pytest

TEST = """import dllabs
check = dllabs.Check(half, points=2)
with check("half of four"):
    check.expect(lambda: half(4), 2)
with check("near enough"):
    check.at_least(lambda: half(4) + SEED / 10, 1.5, "train longer")
### BEGIN HIDDEN TESTS
with check("half of an odd number"):
    check.at_most(half(5), 2.75, "too large")
    check.expect(half(5), 2.5)
### END HIDDEN TESTS
check.score()"""


@pytest.fixture
def measuring(banked):
    """The tiny course with checks of dllabs on `half`."""
    nb = banked.course.source
    (cell,) = [cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "test_half"]
    cell.source = TEST
    banked.course.write_source(nb)
    for name, code, check, hint in (
        ("wrong_hardcoded", "2", "half of an odd number", "expected 2.5, got 2"),
        ("wrong_floor", "x // 2 - 1", "half of four", "expected 2, got 1"),
        ("wrong_small", "0", "near enough", "train longer (measured 0, required at least 1.5)"),
    ):
        banked.write("half", name, f"def half(x):\n    return {code}\n", check, hint)
    return banked


def test_the_smallest_margin_over_seeds_and_right_answers(measuring):
    measuring.write("half", "right_roughly", "def half(x):\n    return x / 2 * (1 + 1e-9)\n")
    found = measuring.verify(seeds=3)["half"]
    assert found.gaps == []
    near, above = found.margins
    assert (near.check, near.threshold, near.measured, near.seed) == ("near enough", 1.5, 2.0, 0)
    assert near.margin == pytest.approx(0.5)
    assert near.spread == pytest.approx(0.0816, abs=1e-3)
    assert (above.check, above.answer) == ("half of an odd number", "right_roughly")
    assert above.margin == pytest.approx(0.25)


def test_a_check_without_a_mistake_that_it_catches_is_a_gap(measuring):
    (measuring.folder / "half" / "wrong_small.py").unlink()
    assert measuring.gaps() == [
        "half: has no wrong answer for the check “near enough”: nobody would notice if it broke"
    ]
