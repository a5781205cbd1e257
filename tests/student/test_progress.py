"""`python -m dllabs start` and `progress`."""

from __future__ import annotations

from labgrader import notebook
from student_lab import CORRECTED, LAB, release, solved


def test_start_copies_what_is_not_begun(student, give):
    assert f"{LAB}: copied to work" in give("start").out
    assert student.notebook.read_bytes() == student.released.read_bytes()


def test_start_leaves_alone_what_is_begun(student, give):
    before = student.has(solved()).notebook.read_bytes()
    assert "left as it is" in give("start").out
    assert student.notebook.read_bytes() == before


def test_start_tells_of_a_new_version(student, give):
    student.has(solved())
    notebook.write(release(CORRECTED), student.released)
    out = give("start").out
    assert "It is version 1.0.0, 1.1.0 is out: python -m dllabs update" in out


def test_start_elsewhere_says_where(give, tmp_path, monkeypatch):
    result_folder = tmp_path / "elsewhere"
    result_folder.mkdir()
    monkeypatch.chdir(result_folder)
    result = give("start")
    assert result.status == 2
    assert "change into the course's folder" in result.err


def test_progress_over_a_folder(student, give):
    notebook.write(release(), student.root / "work" / "another" / "practice.ipynb")
    student.has(solved(explain="YOUR ANSWER HERE"))
    result = give("progress", "work")
    assert result.status == 0, result.err
    rows = [line.split("  ") for line in result.out.splitlines() if line.startswith(LAB)]
    rows = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert rows == [
        [LAB, "4 of 5", "4 of 4", "8 of 8", "3", "1"],
        [LAB, "0 of 5", "0 of 4", "0 of 8", "3", "4"],
    ]
    # What is not begun needs no kernel, and what was checked is checked again only after a change.
    assert [line for line in result.err.splitlines() if "checking" in line] == [f"checking work/{LAB}/practice.ipynb …"]
    assert give("progress", "work").err == ""
    student.has(solved())
    assert "checking" in give("progress", "work").err


def test_progress_leaves_released_copies_and_other_notebooks_out(student, give):
    (student.root / "shopping.ipynb").write_text("{}")
    result = give("progress")
    assert result.status == 2
    assert "No labs in ." in result.err
