"""A published lab may not change without a new version: `labgrader build` and `labgrader publish` in a tiny course."""

from __future__ import annotations

import json
import shutil

import pytest
from labgrader.course import Course
from lines_course import LAB, contents, labgrader, rewrite

OTHER = "02_other"
FILES = {
    "pyproject.toml": '[project]\nname = "lines"\nversion = "1.0.0"\n',
    "requirements.txt": "numpy\n",
    "shared/pyproject.toml": '[project]\nname = "helpers"\nrequires-python = ">=3.11"\n',
    "student/README.md": "$labs",
}


def copy_of(course: Course, folder) -> Course:
    shutil.copytree(course.root, folder, dirs_exist_ok=True)
    return Course(folder)


def publish(course: Course, folder: str) -> None:
    result = labgrader(course, "publish", "--to", str(course.root / "dist" / folder))
    assert result.exit_code == 0, result.stderr


def record_of(course: Course) -> str:
    return (course.root / "released.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def published_once(built_once, tmp_path_factory) -> Course:
    """Two labs, published as 1.0.0; only to be read."""
    course = copy_of(built_once, tmp_path_factory.mktemp("published"))
    for name, text in FILES.items():
        (course.root / name).parent.mkdir(exist_ok=True)
        (course.root / name).write_text(text, encoding="utf-8")
    publish(course, "first")
    return course


@pytest.fixture
def published(published_once, tmp_path) -> Course:
    """Two labs, published as 1.0.0."""
    return copy_of(published_once, tmp_path)


@pytest.fixture(scope="module")
def raised_once(published_once, tmp_path_factory) -> Course:
    """The same, one lab edited, built and published as 1.1.0; only to be read."""
    course = copy_of(published_once, tmp_path_factory.mktemp("raised"))
    rewrite(course.script(LAB), "A small lab", "A tiny lab")
    rewrite(course.script(LAB), "version: 1.0.0", "version: 1.1.0")
    result = labgrader(course, "build", LAB)
    assert result.exit_code == 0, result.stderr
    publish(course, "second")
    return course


@pytest.fixture
def raised(raised_once, tmp_path) -> Course:
    """One lab published as 1.0.0 and, edited, as 1.1.0."""
    return copy_of(raised_once, tmp_path)


def refusals_of(course: Course, *command: str) -> str:
    """What a build says that refuses, and that it changes nothing."""
    before = contents(course), record_of(course)
    result = labgrader(course, *command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert (contents(course), record_of(course)) == before
    return result.stderr


@pytest.mark.parametrize("command", [("build",), ("build", "--check"), ("build", LAB)], ids=" ".join)
def test_a_published_lab_may_not_change_under_its_version(published, command):
    rewrite(published.script(LAB), "A small lab", "A tiny lab")
    refusals = refusals_of(published, *command)
    assert (
        f"Nothing was built, because\n  {LAB} · the whole lab: it differs from version 1.0.0 as published" in refusals
    )
    assert f"raise `version` in the header of labs/{LAB}/lines.py above 1.0.0 and run" in refusals
    assert OTHER not in refusals


def test_what_has_not_changed_or_was_never_published_is_built(published):
    assert labgrader(published, "build", "--check").exit_code == 0
    rewrite(published.root / "released.json", LAB, "01_another")
    rewrite(published.script(LAB), "A small lab", "A tiny lab")
    assert "Nothing was built" not in labgrader(published, "build", "--check").stderr
    (published.root / "released.json").unlink()
    assert "Nothing was built" not in labgrader(published, "build", "--check").stderr


def test_a_new_version_is_built_and_recorded_beside_the_old_one(raised_once, published_once):
    assert json.loads((raised_once.release / "manifest.json").read_text())["labs"][LAB]["version"] == "1.1.0"
    old, new = record_of(published_once).splitlines(), record_of(raised_once).splitlines()
    assert [line for line in new if line not in old] == [new[2]]
    assert [line for line in old if line not in new] == []
    assert f'"lab": "{LAB}", "version": "1.1.0"' in new[2]


def test_an_old_version_number_cannot_be_used_again(raised):
    rewrite(raised.script(LAB), "version: 1.1.0", "version: 1.0.0")
    assert "it differs from version 1.0.0 as published" in refusals_of(raised, "build", "--check")
    rewrite(raised.script(LAB), "version: 1.0.0", "version: 1.0.1")
    refusals = refusals_of(raised, "build", "--check")
    assert "version 1.0.1 is lower than 1.1.0, published on" in refusals
    assert f"raise `version` in the header of labs/{LAB}/lines.py above 1.1.0 and" in refusals


def test_one_can_go_back_to_a_published_version(raised):
    rewrite(raised.script(LAB), "version: 1.1.0", "version: 1.0.0")
    rewrite(raised.script(LAB), "A tiny lab", "A small lab")
    assert "Nothing was built" not in labgrader(raised, "build", "--check").stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("line(np.arange(3), 2.0, 1.0), [1.0, 3.0, 5.0]", "line(np.arange(2), 2.0, 1.0), [1.0, 3.0]"),
        ("return scaled_input + offset", "return offset + scaled_input"),
        ("1 for a picture alone", "2 for a picture alone"),
    ],
    ids=["hidden test", "solution", "rubric"],
)
def test_what_students_do_not_get_needs_no_new_version(published, old, new):
    rewrite(published.script(LAB), old, new)
    result = labgrader(published, "build", "--check")
    assert f"source/{LAB}/lines.ipynb: differs" in result.stdout
    assert "Nothing was built" not in result.stderr


def test_a_file_beside_the_notebook_needs_a_new_version(published):
    with published.config_file.open("a") as config:
        config.write("""
def add_a_file(assignment, **_):
    with open(f"release/{assignment}/data.csv", "w") as file:
        file.write("x,y")

c.GenerateAssignment.post_convert_hook = add_a_file
""")
    refusals = refusals_of(published, "build", "--check")
    for lab in (LAB, OTHER):
        assert f"{lab} · the whole lab: it differs from version 1.0.0 as published" in refusals


@pytest.mark.parametrize("text", ["[", "{}", '[{"lab": 1}]'])
def test_a_malformed_record_is_said(published, text):
    (published.root / "released.json").write_text(text)
    (sentence,) = refusals_of(published, "build").splitlines()
    assert "released.json is not a valid record" in sentence
