"""A bundle with something in it that students may not see is refused, with the name of the file."""

from __future__ import annotations

import json

import pytest
from labgrader import notebook
from labgrader.errors import LabgraderError
from labgrader.publish.bundle import make_bundle
from student_lab import LAB, ORIGINAL, release, solved, source
from tiny_course import cell_of

NOTEBOOK = f"release/{LAB}/practice.ipynb"


@pytest.fixture
def refused(practice):
    """Write a file into the course, and return the reasons why it is not published."""

    def reasons(path, content):
        file = practice.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        with pytest.raises(LabgraderError) as refusal:
            make_bundle(practice.course)
        return str(refusal.value)

    return reasons


def released_with(change):
    nb = release()
    change(nb)
    return nb


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("double", "    return 2 * np.asarray(x)"),
        ("test_shout", 'secret_word = "hidden hat"'),
        ("explain", "Because capitals are loud."),
    ],
)
def test_a_hidden_line_in_the_release(refused, name, line):
    def change(nb):
        cell_of(nb, name).source += f"\n{line}"

    assert f"{NOTEBOOK}: contains a hidden line of {LAB} · {name}" in refused(NOTEBOOK, released_with(change))


def test_a_hidden_line_in_metadata(refused):
    def change(nb):
        nb.metadata["note"] = "    return 2 * np.asarray(x)"

    assert "contains a hidden line" in refused(NOTEBOOK, released_with(change))


def test_a_solution_in_a_file_beside_the_notebook(refused):
    assert f"release/{LAB}/hints.txt" in refused(f"release/{LAB}/hints.txt", "try return 2*np.asarray(x)")


def test_a_solution_in_the_package(refused):
    hidden = 'secret_word = "hidden hat"\nassert shout(secret_word) == "HIDDEN HAT"\n'
    assert "shared/dllabs/oracle.py: contains a hidden line" in refused("shared/dllabs/oracle.py", hidden)


def test_a_common_line_in_the_package_is_no_leak(practice):
    (practice.root / "shared" / "dllabs" / "more.py").write_text('secret_word = "hidden hat"\n')
    assert make_bundle(practice.course)


def test_outputs_of_a_solution(refused):
    def change(nb):
        nb.cells[2].outputs = [{"output_type": "stream", "name": "stdout", "text": "42"}]

    assert "carries outputs" in refused(NOTEBOOK, released_with(change))


@pytest.mark.parametrize(
    "path",
    [
        "student/gradebook.db",
        "shared/gradebook.db.1",
        f"release/{LAB}/rubric.md",
        f"release/{LAB}/my_Solution.txt",
        "student/submitted/ann/marks.csv",
        "shared/tests/test_answers.py",
    ],
)
def test_instructors_files_by_name(refused, path):
    assert path.removeprefix("student/") in refused(path, "harmless")


def test_markers(refused):
    assert "shared/dllabs/more.py: contains '### BEGIN SOLUTION'" in refused(
        "shared/dllabs/more.py", "### BEGIN SOLUTION\n"
    )


def test_code_that_needs_the_grader(refused):
    assert "nbgrader_config.py: imports labgrader" in refused(
        "student/nbgrader_config.py", "from labgrader.preprocessors import RestoreCells\n"
    )


def test_all_reasons_are_given_at_once(refused):
    reasons = refused("student/gradebook.db", "").splitlines()
    assert len(reasons) == 2
    (first, *_) = reasons
    assert first == "Nothing was published, because"


def test_a_release_of_another_source_is_refused(practice):
    notebook.write(source(ORIGINAL + "#\n# More.\n"), practice.course.notebooks(LAB)[0])
    with pytest.raises(LabgraderError, match=f"was not made from .*labgrader build {LAB}"):
        make_bundle(practice.course)


def test_a_notebook_that_no_source_gives_is_refused(practice):
    notebook.write(solved(), practice.root / "release" / LAB / "extra.ipynb")
    with pytest.raises(LabgraderError, match=r"No source gives .*extra\.ipynb"):
        make_bundle(practice.course)
