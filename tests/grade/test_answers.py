"""Submissions kept as scripts of answers."""

from __future__ import annotations

import pytest
from labgrader import notebook
from labgrader.answers import apply_answers, read_answers, solved_answers
from labgrader.errors import LabgraderError
from tiny_course import cell_of

SCRIPT = '''# %% [markdown]
# Somebody who squares by multiplying.

# %% square
def square(x):
    """The squares of an array's numbers."""

    return x * x

# %% [markdown] explain
# Minus times minus
#
# - is plus
'''
ANSWERS = {
    "square": 'def square(x):\n    """The squares of an array\'s numbers."""\n\n    return x * x',
    "explain": "Minus times minus\n\n- is plus",
}


def script(tmp_path, text):
    """A script of answers in a file."""
    path = tmp_path / "tiny.py"
    path.write_text(text, encoding="utf-8")
    return path


def sources(nb):
    """The source of each of nbgrader's cells by grade id."""
    return {notebook.grade_id(cell): cell.source for cell in nb.cells if notebook.grade_id(cell)}


def test_a_script_becomes_a_submission(tmp_path, released_course):
    answers = read_answers(script(tmp_path, SCRIPT))
    assert answers == ANSWERS
    release = released_course.release
    submission = apply_answers(release, answers, remove=["half", "test_half"])
    before, after = sources(release), sources(submission)
    assert after == {name: before[name] for name in before if name not in ("half", "test_half")} | ANSWERS
    assert release == released_course.release


def test_the_instructors_answers_hold_no_markers(released_course):
    answers = solved_answers(released_course.source)
    assert set(answers) == {"square", "half", "thrice"}
    assert answers["half"] == 'def half(x):\n    """Half of a number."""\n    return x / 2'


def test_a_solution_without_a_grade_id_is_one_sentence(released_course):
    source = released_course.source
    del cell_of(source, "half").metadata["nbgrader"]["grade_id"]
    with pytest.raises(LabgraderError, match=r"grade.?id"):
        solved_answers(source)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# %% sqare\n1\n", "did you mean 'square'?"),
        ("# %% square\n1\n\n# %% square\n2\n", "answers 'square' twice"),
        ("# %%\n1\n", "Cell 1 of"),
    ],
)
def test_mistakes_in_a_script_are_named(tmp_path, released_course, text, sentence):
    with pytest.raises(LabgraderError, match=sentence.replace("?", r"\?")):
        apply_answers(released_course.release, read_answers(script(tmp_path, text)))


def test_removing_an_unknown_cell_is_an_error(released_course):
    with pytest.raises(LabgraderError, match="did you mean 'test_half'"):
        apply_answers(released_course.release, {}, remove=["tset_half"])
