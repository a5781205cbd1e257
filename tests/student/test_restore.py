"""`python -m dllabs restore`: one exercise as released, everything else as the student has it."""

from __future__ import annotations

import copy

import pytest
from labgrader import notebook
from nbformat import v4
from student_lab import place_of, release, solved
from tiny_course import cell_of, without


def names(nb):
    return [notebook.grade_id(cell) or cell.id for cell in nb.cells]


def as_before(nb):
    """The cells of a notebook, without outputs."""
    return [(cell.cell_type, cell.source, cell.metadata) for cell in nb.cells]


def test_an_exercise_gets_its_released_state_and_the_others_stay(student, give):
    before = solved()
    cell_of(before, "test_double").source = "4.0"
    result = give("restore", student.has(before).notebook, "double")
    assert result.status == 0, result.err
    expected = solved(double=cell_of(release(), "double").source)
    assert as_before(student.now()) == as_before(expected)
    assert "As released again: double, test_double." in result.out


def test_the_old_notebook_is_kept_beside_it(student, give):
    before = student.has(solved()).notebook.read_bytes()
    result = give("restore", student.notebook, "quiz")
    (backup,) = [path for path in student.notebook.parent.iterdir() if path != student.notebook]
    assert backup.read_bytes() == before
    assert backup.name in result.out
    assert backup.suffix == ".bak"


def test_two_backups_in_one_second_are_two_files(student, give):
    student.has(solved())
    for exercise in ("quiz", "double"):
        assert give("restore", student.notebook, exercise).status == 0
    assert len(list(student.notebook.parent.iterdir())) == 3


@pytest.mark.parametrize("deleted", [["shout"], ["test_shout"], ["shout", "test_shout"], ["test_shout", "explain"]])
def test_deleted_cells_come_back_where_they_were(student, give, deleted):
    student.has(without(solved(), *deleted))
    assert give("restore", student.notebook, "shout").status == 0
    assert names(student.now()) == [
        name for name in names(release()) if name not in {*deleted} - {"shout", "test_shout"}
    ]


def test_a_restored_test_cell_stands_behind_the_students_own_cells(student, give):
    nb = solved()
    nb.cells.insert(place_of(nb, "test_double"), v4.new_code_cell("helper = 1"))
    student.has(without(nb, "test_double"))
    assert give("restore", student.notebook, "double").status == 0
    sources = [cell.source for cell in student.now().cells]
    assert sources.index("helper = 1") == place_of(student.now(), "test_double") - 1


def test_copies_become_ordinary_cells(student, give):
    nb = solved()
    nb.cells.append(copy.deepcopy(cell_of(nb, "double")))
    result = give("restore", student.has(nb).notebook, "double")
    assert result.status == 0, result.err
    assert cell_of(student.now(), "double").source == cell_of(release(), "double").source
    assert student.now().cells[-1].source == cell_of(solved(), "double").source


def test_a_locked_cell_can_be_restored_too(student, give):
    assert give("restore", student.has(without(solved(), "setup")).notebook, "setup").status == 0
    assert as_before(student.now()) == as_before(solved())


def test_the_name_of_the_test_cell_means_its_exercise(student, give):
    assert give("restore", student.has(solved()).notebook, "test_quiz").status == 0
    assert cell_of(student.now(), "quiz").source == cell_of(release(), "quiz").source


def refused(student, result, says):
    """Nothing was changed, and one sentence says why."""
    assert result.status == 2
    assert says in result.err
    assert len(result.err.splitlines()) == 1
    assert [path.name for path in student.notebook.parent.iterdir()] == ["practice.ipynb"]


def test_an_unknown_exercise_is_refused_with_the_likely_one(student, give):
    student.has(solved())
    refused(student, give("restore", student.notebook, "dubble"), "did you mean 'double'?")


def test_without_the_released_copy_nothing_can_be_restored(student, give):
    student.has(solved())
    student.released.unlink()
    refused(student, give("restore", student.notebook, "double"), "No released copy of 01_practice was found")


def test_the_released_copy_itself_is_left_alone(student, give):
    before = student.released.read_bytes()
    result = give("restore", student.released, "double")
    assert result.status == 2
    assert "is the released copy itself" in result.err
    assert student.released.read_bytes() == before


def test_another_version_is_updated_first(student, give):
    nb = solved()
    nb.metadata["labgrader"]["release"]["cells"][3]["checksum"] = "0" * 16
    student.has(nb)
    refused(student, give("restore", student.notebook, "double"), "python -m dllabs update")
