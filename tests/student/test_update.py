"""`python -m dllabs update`: a corrected version of a lab, with the answers given so far."""

from __future__ import annotations

import copy

import pytest
from dllabs.student.check import check
from labgrader import notebook
from nbformat import v4
from student_lab import CORRECTED, place_of, release, solved
from tiny_course import cell_of, without


def own(text):
    return v4.new_code_cell(text)


@pytest.fixture
def new(student):
    """The path of the corrected release."""
    path = student.root / "new" / "practice.ipynb"
    notebook.write(release(CORRECTED), path)
    return path


@pytest.fixture
def updated(student, give, new):
    """Update a notebook, and return what the command said."""

    def update(nb):
        result = give("update", student.has(nb).notebook, new)
        assert result.status == 0, result.err
        return result.out

    return update


def sources(nb):
    return [cell.source for cell in nb.cells]


def test_answers_are_kept_and_everything_else_is_new(student, updated):
    out = updated(solved())
    expected = release(CORRECTED)
    for name in ("double", "shout", "explain", "thrice", "quiz"):
        cell_of(expected, name).source = cell_of(solved(), name).source
    assert sources(student.now()) == sources(expected)
    assert student.now().metadata == expected.metadata
    assert "version 1.1.0 now, it was 1.0.0" in out
    assert "Answers kept: double, shout, explain, thrice, quiz." in out


def test_the_updated_notebook_passes_its_check(student, updated):
    updated(solved())
    assert check(student.notebook).findings == []


def test_a_question_that_changed_is_pointed_at(updated):
    assert "Look at these, their question has changed: shout." in updated(solved())


def test_an_untouched_answer_gets_the_new_question(student, updated):
    updated(release())
    assert sources(student.now()) == sources(release(CORRECTED))


def test_the_old_notebook_is_kept(student, updated):
    updated(solved())
    (backup,) = student.notebook.parent.glob("*.bak")
    assert sources(notebook.read(backup)) == sources(solved())


def test_own_cells_stay_near_their_place(student, updated):
    nb = solved()
    nb.cells.insert(place_of(nb, "shout") + 1, own("second = 2"))
    nb.cells.insert(place_of(nb, "shout") + 1, own("first = 1"))
    nb.cells.insert(0, own("top = 0"))
    nb.cells.append(own("end = 3"))
    out = updated(nb)
    now = sources(student.now())
    place = place_of(student.now(), "shout")
    assert now[place + 1 : place + 3] == ["first = 1", "second = 2"]
    assert (now[0], now[-1]) == ("top = 0", "end = 3")
    assert f"Your own cells are now cell number: 1, {place + 2}, {place + 3}, {len(now)}." in out


def test_own_cells_stay_also_without_cell_ids(student, updated):
    """As a notebook looks that went through a program of the older format."""
    nb = solved()
    place = place_of(nb, "shout") + 1
    nb.cells[place:place] = [own("mine = 1"), own("mine = 2")]
    for cell in nb.cells:
        del cell["id"]
    nb.nbformat_minor = 4
    updated(nb)
    now = sources(student.now())
    place = place_of(student.now(), "shout")
    assert now[place + 1 : place + 3] == ["mine = 1", "mine = 2"]
    assert len(now) == len(release(CORRECTED).cells) + 2


def test_changes_to_the_courses_cells_are_in_the_backup_and_said(student, updated):
    nb = solved()
    cell_of(nb, "setup").source += "\nimport os"
    demo = next(index for index, cell in enumerate(nb.cells) if notebook.has_tag(cell, "demo"))
    nb.cells[demo].source = "print('my notes')"
    out = updated(nb)
    assert f"in the backup only: setup, cell {demo + 1}." in out
    assert "print('my notes')" not in sources(student.now())


def test_an_answer_that_is_no_longer_asked_for_becomes_an_ordinary_cell(student, give):
    shorter = student.root / "shorter.ipynb"
    nb = without(release(CORRECTED), "thrice", "test_thrice")
    entries = nb.metadata["labgrader"]["release"]["cells"]
    nb.metadata["labgrader"]["release"]["cells"] = [e for e in entries if "thrice" not in e.get("grade_id", "")]
    notebook.write(nb, shorter)
    result = give("update", student.has(solved()).notebook, shorter)
    assert "No longer asked, kept as ordinary cells: thrice." in result.out
    (kept,) = [cell for cell in student.now().cells if "3 * x" in cell.source]
    assert "nbgrader" not in kept.metadata


def test_a_copy_of_an_answer_is_kept_as_an_ordinary_cell(student, updated):
    nb = solved()
    again = copy.deepcopy(cell_of(nb, "double"))
    again.source = "def double(x):\n    return x + x"
    nb.cells.append(again)
    updated(nb)
    assert cell_of(student.now(), "double").source == cell_of(solved(), "double").source
    assert sources(student.now())[-1] == again.source


def test_the_same_version_changes_nothing(student, give):
    before = student.has(solved()).notebook.read_bytes()
    result = give("update", student.notebook, student.released)
    assert result.status == 0
    assert "nothing was changed" in result.out
    assert student.notebook.read_bytes() == before


def test_the_two_notebooks_in_the_wrong_order_are_refused(student, give, new):
    student.has(solved())
    before = new.read_bytes()
    result = give("update", new, student.notebook)
    assert result.status == 2
    assert "has been worked on" in result.err
    assert new.read_bytes() == before


def test_another_lab_is_refused(student, give, new):
    other = release(CORRECTED)
    other.metadata["labgrader"]["release"]["lab"] = "02_other"
    notebook.write(other, new)
    before = student.has(solved()).notebook.read_bytes()
    result = give("update", student.notebook, new)
    assert result.status == 2
    assert "is no released notebook of 01_practice" in result.err
    assert student.notebook.read_bytes() == before
