"""`labgrader build` from outside: what it makes, what it leaves alone, what it reports."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig

import nbformat
import pytest
from labgrader.build import replace
from labgrader.build.build import build
from labgrader.build.solutions import keepable
from lines_course import LAB, LINES, contents, labgrader, make_course, remove_cell, rewrite

NOTEBOOK = f"{LAB}/lines.ipynb"


def test_a_build_makes_source_release_solutions_and_manifest(built_once):
    assert set(contents(built_once)) == {
        f"labs/{LAB}/lines.py",
        "labs/02_other/other.py",
        *(f"{folder}/{NOTEBOOK}" for folder in ("source", "release", "solutions")),
        *(f"{folder}/02_other/other.ipynb" for folder in ("source", "release", "solutions")),
        f"solutions/{LAB}/rubric.md",
        "solutions/02_other/rubric.md",
        "release/manifest.json",
    }


def test_the_release_holds_stubs_and_no_hidden_test(built_once):
    text = (built_once.release / NOTEBOOK).read_text()
    assert text.count("raise NotImplementedError()") == 1  # the quiz needs none
    assert "YOUR ANSWER HERE" in text
    assert "scaled_input" not in text
    assert "np.arange(3)" not in text
    assert "larger slope" not in text


def test_the_solution_keeps_outputs_but_nothing_of_the_machine(built_once):
    text = (built_once.solutions / NOTEBOOK).read_text()
    solution = nbformat.reads(text, as_version=4)
    assert "a demo 2.5\\n" in text
    assert [cell.execution_count for cell in solution.cells if cell.cell_type == "code"] == list(range(1, 9))
    for trace in ("papermill", "start_time", str(built_once.root), '"version": "3.'):
        assert trace not in text


def test_paths_and_addresses_in_outputs_are_made_neutral(built_once):
    output = nbformat.v4.new_output("stream", text=f"{built_once.root}/x.py <object at 0x7f3a5c0b2d10>")
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])
    assert keepable(nb, built_once).cells[0].outputs[0].text == "<course>/x.py <object at 0x…>"


def test_the_manifest_counts_bonus_points_apart(built_once):
    entry = json.loads((built_once.release / "manifest.json").read_text())["labs"][LAB]
    assert (entry["version"], entry["notebook"]) == ("1.0.0", NOTEBOOK)
    assert (entry["max_points"], entry["bonus_points"]) == (7, 2)
    assert entry["exercises"]["quiz"] == {"bonus": True, "graded_by": "tests", "points": 2}
    assert entry["exercises"]["why_affine"] == {"bonus": False, "graded_by": "person", "points": 3}


def test_the_rubric_page_shows_question_answer_and_points(built_once):
    page = (built_once.solutions / LAB / "rubric.md").read_text()
    for text in (
        "why_affine · points: 3",
        "> Why is a line with an offset not linear?",
        "the image of zero",
        "Rubric:",
    ):
        assert text in page
    assert "Rubric" not in (built_once.release / NOTEBOOK).read_text()


def test_a_manual_answer_in_code_has_its_solution_on_the_rubric_page(course):
    by_hand = '"grade": true, "grade_id": "line", "locked": false, "points": 2'
    rewrite(course.script(LAB), '"grade": false, "grade_id": "line", "locked": false', by_hand)
    remove_cell(course.script(LAB), '"grade_id": "test_line"')
    build(course)
    page = (course.solutions / LAB / "rubric.md").read_text()
    assert "```python\nscaled_input = slope * x\nreturn scaled" in page


def test_two_builds_are_equal_byte_for_byte(built):
    before = contents(built)
    build(built)
    assert contents(built) == before


def test_a_build_in_another_folder_is_equal_byte_for_byte(built_once, tmp_path):
    elsewhere = make_course(tmp_path, {LAB: LINES})
    build(elsewhere)
    theirs = contents(built_once)
    assert {name: theirs[name] for name in contents(elsewhere) if "manifest" not in name} == {
        name: data for name, data in contents(elsewhere).items() if "manifest" not in name
    }


def test_plain_nbgrader_makes_the_same_release(built):
    before = contents(built)
    scripts = sysconfig.get_path("scripts")
    subprocess.run(
        [f"{scripts}/nbgrader", "generate_assignment", LAB, "--force"],
        cwd=built.root,
        env={**os.environ, "PATH": f"{scripts}:{os.environ['PATH']}"},
        check=True,
        capture_output=True,
    )
    assert contents(built) == before


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("points=4", "points=5", "test_line"),
        ("slope * x\n", "slope * x + 1\n", "the solution earns 0 of 4 points"),
        ('print("a demo"', 'raise OSError("no disk"', "no disk"),
    ],
)
def test_a_build_that_fails_leaves_everything_as_it_was(built, old, new, reason):
    rewrite(built.script(LAB), old, new)
    before = contents(built)
    result = labgrader(built, "build")
    assert result.exit_code == 1
    assert reason in result.stderr
    assert contents(built) == before
    assert list(built.private.glob("build-*")) == []


def test_a_failing_cell_is_shown_with_lab_heading_and_traceback(built):
    rewrite(built.script(LAB), 'print("a demo", grid.sum())', 'raise ValueError("no disk")')
    result = labgrader(built, "build", LAB)
    assert f"{LAB} · Exercise 1: a line" in result.stderr
    assert "ValueError: no disk" in result.stderr


def test_a_move_that_fails_is_taken_back(built, monkeypatch):
    rewrite(built.script(LAB), "A small lab", "A tiny lab")
    before = contents(built)
    rename, moves = os.rename, []

    def rename_until_the_disk_is_full(start, end):
        moves.append(start)
        if len(moves) == 4:
            raise OSError("disk full")
        rename(start, end)

    monkeypatch.setattr(replace.os, "rename", rename_until_the_disk_is_full)
    with pytest.raises(OSError, match="disk full"):
        build(built, [LAB])
    assert len(moves) > 4
    assert contents(built) == before


def test_a_build_of_one_lab_touches_only_that_lab(built):
    for lab in (LAB, "02_other"):
        rewrite(built.script(lab), "A small lab", "A tiny lab")
    before = contents(built)
    result = labgrader(built, "build", LAB)
    assert result.exit_code == 0, result.stderr
    after = contents(built)
    assert {name for name in after if after[name] != before[name]} == {
        f"source/{NOTEBOOK}",
        f"release/{NOTEBOOK}",
        f"solutions/{NOTEBOOK}",
        "release/manifest.json",
    }
    old, new = (json.loads(files["release/manifest.json"])["labs"] for files in (before, after))
    assert old["02_other"] == new["02_other"]
    assert old[LAB]["content_hash"] != new[LAB]["content_hash"]


def test_a_full_build_drops_a_lab_that_is_gone(built):
    built.script("02_other").unlink()
    build(built)
    assert not [name for name in contents(built) if "02_other" in name]
    assert list(json.loads((built.release / "manifest.json").read_text())["labs"]) == [LAB]


def test_the_build_writes_the_script_in_canonical_form(built):
    canonical = built.script(LAB).read_text()
    rewrite(built.script(LAB), '"grade": true, "grade_id": "test_line"', '"grade_id": "test_line", "grade": true')
    assert "is not in its canonical form" in labgrader(built, "build", "--check").stdout
    build(built, [LAB])
    assert built.script(LAB).read_text() == canonical


def test_check_finds_no_drift_after_a_build_and_writes_nothing(built):
    def files():
        return {path: path.stat().st_mtime_ns for path in built.root.rglob("*") if path.is_file()}

    before = files()
    result = labgrader(built, "build", "--check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert files() == before


@pytest.mark.parametrize("folder", ["source", "release", "solutions"])
def test_check_names_the_changed_file_and_cell(built, folder):
    rewrite(built.root / folder / NOTEBOOK, "Points on a line.", "Points in a line.")
    result = labgrader(built, "build", "--check")
    assert result.exit_code == 1
    assert result.stdout == f"{folder}/{NOTEBOOK}: differs first in cell 6, line\n"


def test_check_names_missing_and_extra_files(built):
    (built.source / NOTEBOOK).unlink()
    (built.release / LAB / "lines.py").write_text("the answers")
    (built.solutions / LAB / "rubric.md").write_text("old")
    assert labgrader(built, "build", "--check").stdout.splitlines() == [
        f"source/{NOTEBOOK}: missing",
        f"release/{LAB}/lines.py: extra, no lab generates it",
        f"solutions/{LAB}/rubric.md: differs",
    ]


def test_check_of_one_lab_ignores_the_others(built):
    (built.source / "02_other/other.ipynb").unlink()
    assert labgrader(built, "build", "--check", LAB).exit_code == 0
    assert labgrader(built, "build", "--check", "02_other").exit_code == 1


def test_check_wants_solutions_that_ran_to_their_end(built):
    path = built.solutions / NOTEBOOK
    solution = nbformat.read(path, as_version=4)
    solution.cells[-1].metadata["papermill"] = {"duration": 1.0}  # a record, not a difference
    nbformat.write(solution, path)
    assert labgrader(built, "build", "--check").exit_code == 0
    for cell in solution.cells[2:]:
        if cell.cell_type == "code":
            cell.execution_count = None
    nbformat.write(solution, path)
    assert labgrader(built, "build", "--check").stdout == f"solutions/{NOTEBOOK}: was never executed to its end\n"


def test_an_unknown_lab_is_named_with_the_nearest(built):
    result = labgrader(built, "build", "01_line")
    assert result.exit_code == 1
    assert "'01_lines'" in result.stderr
