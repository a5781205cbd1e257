"""Answers against graders: what is right is accepted, what is wrong is caught, and every gap is named."""

from __future__ import annotations

import pytest
from banked_course import HALF, SQUARE
from labgrader.errors import LabgraderError

TWO = "squares of two numbers"


def test_a_bank_without_gaps(banked):
    status, exercises, said = banked.command()
    assert (status, said) == (0, "")
    counts = ("right", "accepted", "wrong", "rejected", "hinted")
    assert {one["exercise"]: tuple(one[count] for count in counts) for one in exercises} == {
        "square": (3, 3, 2, 2, 2),
        "half": (3, 3, 2, 2, 2),
        "thrice": (3, 3, 1, 1, 1),
    }


def test_a_gap_is_told_and_fails_the_command(banked):
    banked.write("square", "right_wrong", SQUARE.format("x"))
    status, exercises, said = banked.command()
    assert status == 1
    assert exercises[0]["accepted"] == exercises[0]["right"] - 1 == 3
    assert "01_tiny · square: right_wrong must earn every point and gets 0 of 4 points" in said
    assert "1 gap" in said


@pytest.mark.parametrize(
    ("name", "code", "check", "hint", "gap"),
    [
        ("wrong_right", "np.asarray(x) ** 2", TWO, "✗", "wrong_right earns every point: add a check that catches it"),
        ("wrong_elsewhere", "[1, 4]", "squares of letters", "✗", "does not fail at “squares of letters”"),
        ("wrong_hint", "x", TWO, "say please", "is not shown “say please”"),
        ("wrong_hardcoded", "[1, 5]", TWO, "✗", "wrong_hardcoded must satisfy the visible checks and does not"),
    ],
)
def test_what_is_wrong_with_a_wrong_answer(banked, name, code, check, hint, gap):
    banked.write("square", name, SQUARE.format(code), check, hint)
    (found,) = banked.gaps()
    assert found.startswith(f"square: {name}")
    assert gap in found


def test_what_a_bank_lacks(banked):
    (banked.folder / "half" / "right_0.py").unlink()
    (banked.folder / "square" / "wrong_hardcoded.py").unlink()
    assert banked.gaps() == [
        "square: has no wrong_hardcoded: write one that holds what the visible checks want",
        "half: has 2 right answers: write at least 3 that really differ",
    ]


@pytest.mark.parametrize(
    ("grade_id", "before", "after", "gap"),
    [
        ("test_square", "np.allclose(square(hidden_numbers), [4, 1, 0, 1, 4])", "True", "square: wrong_hardcoded"),
        ("test_square", "np.allclose(square([1, 2]), [1, 4])", "True", "square: wrong_double"),
        ("test_square", "[4, 1, 0, 1, 4]", "[4, 1, 0, 1, 5]", "square: the solution must earn"),
        ("test_half", "assert half(secret_number) == ", "assert half(secret_number) or ", "half: wrong_floor"),
        ("test_half", "secret_number / 2,", "secret_number / 2 and type(half(4)) is int,", "half: right_0 must earn"),
        ("test_thrice", "assert thrice(2) == 6", "pass", "thrice: wrong_twice earns every point"),
    ],
)
def test_a_check_broken_by_hand_is_noticed(banked, grade_id, before, after, gap):
    banked.edit(grade_id, before, after)
    assert any(found.startswith(gap) for found in banked.gaps())


def test_a_sample_has_a_wrong_answer_for_every_check(banked):
    for code in ("x", "3 * np.asarray(x)", "-np.asarray(x)"):
        banked.write("square", f"wrong_{len(code)}", SQUARE.format(code), TWO, "✗ squares of two numbers")
    square = banked.verify(wrong_per_check=1)["square"]
    assert (square.right, square.wrong, square.gaps) == (3, 2, [])  # one for each of the two checks
    assert banked.verify()["square"].wrong == 5
    banked.edit("test_square", "np.allclose(square([1, 2]), [1, 4])", "True")
    assert any("is not shown" in gap for gap in banked.verify(wrong_per_check=1)["square"].gaps)


def test_every_seed_counts(banked):
    gaps = banked.gaps(seeds=2)  # a test of the tiny course asserts that SEED is 0
    assert "half: the solution under SEED=1 must earn every point and gets 0 of 2 points: AssertionError:" in gaps
    assert not any("SEED=0" in gap or not gap.startswith("half") for gap in gaps)


def test_an_answer_leaves_nothing_behind(banked):
    banked.write("square", "wrong_0_spoils_numpy", "np.allclose = lambda *a: True\nsquare = None", TWO, "TypeError")
    banked.write("square", "wrong_1_ends_the_process", "import os\nos._exit(0)", "died", "died")
    banked.write("square", "wrong_2_prints", "print('✗ squares of two numbers')\nsquare = 1", TWO, "(TypeError)")
    assert banked.gaps() == []


def test_a_set_up_with_threads_changes_nothing(banked):
    banked.edit(
        "setup",
        "import numpy as np",
        "import threading, time, numpy as np\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
    )
    banked.write("square", "right_as_well", SQUARE.format("np.square(x)"))
    banked.write("square", "wrong_ends_the_process", "import os\nos._exit(0)", "died", "died")
    found = banked.verify()["square"]
    assert (found.accepted, found.rejected, found.gaps) == (4, 3, [])


def test_a_test_cell_may_use_what_another_test_cell_defined(banked):
    banked.edit("test_thrice", "assert thrice(2) == 6", "assert thrice(2) == 6 and secret_number and k")
    assert banked.gaps() == []


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("sqare/right_0.py", '"""A way."""', "did you mean 'square'"),
        ("square/wrong_0.py", '"""A mistake."""', "does not say how it is caught"),
        ("square/right_3.py", "x = 1", "does not say what it is"),
        ("square/right_3.py", '"""A way."""\ndef', "is not Python"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(banked, file, text, sentence):
    exercise, _, name = file.partition("/")
    banked.put(exercise, name, text)
    with pytest.raises(LabgraderError, match=sentence) as error:
        banked.verify()
    assert exercise in str(error.value)


def test_a_cell_that_fails_before_an_answer_is_named(banked):
    banked.edit("setup", "import numpy as np", "import numpy as np\n1 / 0")
    with pytest.raises(LabgraderError, match=r"A cell before 01_tiny · square fails(.|\n)*ZeroDivisionError"):
        banked.verify()


def test_a_notebook_of_another_course(banked):
    nb = banked.course.source
    del nb.metadata["labgrader"]
    (parameters,) = [cell for cell in nb.cells if "parameters" in cell.metadata.get("tags", [])]
    parameters.metadata["tags"] = []
    banked.course.write_source(nb)
    assert banked.gaps(seeds=2) == []
    banked.write("thrice", "right_thirty", "def thrice(x):\n    return 30")
    assert len(banked.gaps(seeds=2)) == 1


def test_the_table_as_html(banked):
    banked.write("half", "right_<b>", HALF.format("x / 2"))
    page = banked.course.root / "table.html"
    assert banked.command("--html", str(page))[0] == 0
    text = page.read_text(encoding="utf-8")
    assert "<caption>" in text
    assert '<th scope="row">half</th><td>4/4</td><td>2/2</td><td>2/2</td>' in text
