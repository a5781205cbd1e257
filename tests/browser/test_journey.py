"""The whole way of a lab in a browser: written, released, solved, handed in, graded, and read again by its student.

Every step is a click or a key press in JupyterLab; what came of it is read from the screen and the gradebook.
"""

from __future__ import annotations

import re

import pytest
from hostile_html import add_hostile_cells
from lab_page import AssignmentList, FormgraderPage, Notebook
from lab_server import masked
from labgrader import notebook
from labgrader.answers import solved_answers
from nbgrader.api import Gradebook
from playwright.sync_api import expect
from tiny_course import LAB, REPOSITORY

SENTENCE = r"Squares are written $x^2 = x \cdot x$."
WRITTEN = "Both factors have the same sign."
RUBRIC = "2 points for the sign, 1 for zero"
COMMENT = "Right; and zero?"


def test_a_lab_goes_from_its_author_to_a_student_and_back(desk, place):
    course = place.course
    sees = f"os.path.exists({str(course.root)!r})"
    outside = f"import os, sys\nprint('warm:', 'tensorflow' in sys.modules, 'sees the course:', {sees})"
    with desk.window() as instructor, desk.window() as student:
        instructor.open(place.instructor.url, place.instructor.token)
        edit_the_script(instructor)
        formgrader = FormgraderPage(instructor)
        build_and_release(formgrader, course)

        student.open(place.student.url, place.student.token)
        solve(student, outside)
        hand_in(student)

        collect_and_autograde(formgrader, place)
        grade_by_hand(instructor, formgrader)
        give_feedback(formgrader)

        read_feedback(student)
    assert marks(course, place.student_id) == {"test_square": 4, "explain": 2}


def edit_the_script(lab):
    lab.enter_folder("labs")
    lab.enter_folder(LAB)
    script = lab.open_as_notebook("tiny.py")
    script.wait_for_kernel()  # only then the notebook knows its language, which is an edit too
    script.write(script.cell("A tiny lab"), f"# A tiny lab\n\n{SENTENCE}")
    script.save()
    lab.picture("script")


def build_and_release(formgrader, course):
    lab = formgrader.row("name", LAB)
    assert "were made again" in formgrader.press(lab, "assign")
    assert SENTENCE in "".join(cell.source for cell in course.release.cells)
    assert "hidden_numbers" not in "".join(cell.source for cell in course.release.cells)
    built = {path: path.read_bytes() for path in course.root.glob("release/**/*") if path.is_file()}
    assert f"release/{LAB} is what labs/{LAB} generates" in formgrader.press(lab, "assign")
    assert built == {path: path.read_bytes() for path in course.root.glob("release/**/*") if path.is_file()}
    formgrader.press(lab, "release")
    expect(lab.locator("td.status")).to_have_text("released")


def solve(lab, outside):
    assignments = AssignmentList(lab)
    assignments.rows("released", 1).locator(".item_status button").click()
    assignments.rows("released", 0)
    assignments.rows("fetched", 1)
    tiny = assignments.open_notebook("tiny")
    tiny.wait_for_kernel()
    tiny.validate()
    assert "The following cell failed" in lab.dialog("Error")
    tiny.write(tiny.cell("def square"), "def square(x):\n    return 2 * x")
    tiny.run_all()
    expect(tiny.cell("dllabs.Check(square")).to_contain_text("that is the double")
    tiny.write(tiny.cell("def square"), "def square(x):\n    return np.square(x)")
    tiny.write(tiny.cell("YOUR ANSWER HERE"), WRITTEN)
    tiny.add_cell(outside)
    tiny.run_all()
    expect(tiny.cell("dllabs.Check(square")).to_contain_text("✓ two numbers")
    expect(tiny.cell("with needs(square)").locator(".jp-OutputArea img")).to_be_visible()
    expect(tiny.cells.last.locator(".jp-OutputArea")).to_contain_text("warm: True sees the course: True")
    tiny.validate()
    assert "passes all the tests" in lab.dialog("Success")
    tiny.save()
    lab.picture("solved")


def hand_in(lab):
    assignments = AssignmentList(lab)
    assignments.rows("fetched", 1).get_by_role("button", name="Submit").click()
    assignments.rows("submitted", 1)


def collect_and_autograde(formgrader, place):
    lab = formgrader.row("name", LAB)
    formgrader.press(lab, "collect")
    expect(lab.locator("td.num-submissions")).to_have_text("1")
    formgrader.follow(lab.locator("td.num-submissions a"))
    submission = formgrader.row("student-id", place.student_id)
    expect(submission.locator("td.status")).to_have_text("needs autograding")
    said = formgrader.press(submission, "autograde")
    assert "4 of 7 points" in said
    assert "answers wait to be graded by hand" in said
    expect(submission.locator("td.status")).to_have_text("needs manual grading")
    expect(submission.locator("td.score")).to_have_text("4 / 7")
    in_the_sandbox = place.course.graded(place.student_id).cells[-1].outputs[0].text
    assert "sees the course: False" in in_the_sandbox, "the button ran a submission outside the sandbox"


def grade_by_hand(lab, formgrader):
    frame = formgrader.frame
    formgrader.follow(frame.locator("ul.nav-stacked a", has_text="Manual Grading"))
    formgrader.follow(frame.locator("#main-table a", has_text=re.compile(f"^{LAB}$")))
    formgrader.follow(frame.locator("#main-table a", has_text=re.compile("^tiny$")))
    formgrader.open_submission(frame.locator("#main-table a", has_text="Submission #1"))
    expect(frame.locator(".rubric")).to_contain_text(RUBRIC)
    expect(frame.locator("math").first).to_be_visible()
    formgrader.fill_in(frame.locator("#explain"), "2")
    formgrader.fill_in(frame.locator("#explain-comment"), COMMENT)
    frame.locator(".rubric").scroll_into_view_if_needed()
    lab.picture("by-hand")


def give_feedback(formgrader):
    frame = formgrader.frame
    formgrader.follow(frame.locator(".breadcrumb a", has_text="Manual Grading"))
    formgrader.follow(frame.locator("ul.nav-stacked a", has_text="Manage Assignments"))
    lab = formgrader.row("name", LAB)
    formgrader.press(lab, "generate-feedback")
    formgrader.press(lab, "release-feedback")


def read_feedback(lab):
    assignments = AssignmentList(lab)
    assignments.refresh()
    submitted = assignments.rows("submitted", 1)
    submitted.get_by_role("button", name="Fetch Feedback").click()
    lab.page.locator("#submitted_assignments_list a", has_text="view feedback").click()
    lab.open_file("tiny.html")
    body = lab.page.frame_locator(".jp-HTMLViewer iframe").locator("body")
    expect(body).to_contain_text("Score: 6.0 / 7.0")
    expect(body).to_contain_text(COMMENT)
    expect(body).to_contain_text("✓ negative numbers")
    expect(body.locator("math")).to_be_visible()
    expect(body.locator("p", has_text="Squares are written")).not_to_contain_text("$")
    expect(body).not_to_contain_text("hidden_numbers")
    body.get_by_text("✓ negative numbers").scroll_into_view_if_needed()
    lab.picture("feedback")


def marks(course, student):
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(LAB, student)
        return {grade.name: grade.score for part in submission.notebooks for grade in part.grades}


@pytest.mark.full
def test_a_real_lab_runs_before_and_after_an_exercise_is_solved(desk, place):
    source = notebook.read(REPOSITORY / "source/02_optimizers/optimizers.ipynb")
    with desk.window() as student:
        student.open(place.student.url, place.student.token)
        student.enter_folder("02_optimizers")
        student.open_file("optimizers.ipynb")
        lab = Notebook(student.page)
        lab.wait_for_kernel()
        lab.run_all()
        expect(lab.panel).to_contain_text("This demo needs your gd_step")
        expect(lab.cells.locator(".jp-RenderedText[data-mime-type*=stderr]")).to_have_count(0)
        assert lab.panel.locator(".jp-OutputArea img").count() > 0
        expect(lab.panel.locator("mjx-container").first).to_be_visible()

        lab.write(lab.cell("def gd_step"), solved_answers(source)["gd_step"])
        lab.run(lab.cell("def gd_step"))
        check = lab.cell("dllabs.Check(gd_step")
        lab.run(check)
        expect(check).to_contain_text("✓ one step downhill")
        demo = lab.cell("with needs(gd_step):")
        lab.run(demo)
        expect(demo.locator(".jp-OutputArea img")).to_be_visible()
        student.picture("real-lab")


@pytest.mark.full
def test_without_a_sandbox_the_button_refuses_and_says_what_is_missing(desk, place, built_course, tmp_path):
    built_course.submit("bob", built_course.solved())
    with place.another_instructor(tmp_path / "home", masked("bwrap")).running() as server, desk.window() as instructor:
        instructor.open(server.url, server.token)
        formgrader = FormgraderPage(instructor)
        formgrader.follow(formgrader.row("name", LAB).locator("td.num-submissions a"))
        submission = formgrader.row("student-id", "bob")
        said = formgrader.press(submission, "autograde", answer="error")
        assert "bubblewrap is missing: install it" in said
        expect(submission.locator("td.status")).to_have_text("needs autograding")
    assert not (built_course.root / "autograded" / "bob").exists()


def test_nothing_that_a_student_wrote_runs_in_the_pages_about_it(desk, place, built_course, tmp_path):
    built_course.submit("mallory", add_hostile_cells(built_course.solved()))
    for command in ("grade", "feedback"):
        done = built_course.labgrader(command, "--student", "mallory")
        assert done.returncode == 0, done.stderr
    with desk.window() as instructor:
        instructor.open(place.instructor.url, place.instructor.token)
        formgrader = FormgraderPage(instructor)
        formgrader.follow(formgrader.row("name", LAB).locator("td.num-submissions a"))
        formgrader.follow(formgrader.row("student-id", "mallory").locator("td.student-name a"))
        formgrader.open_submission(formgrader.frame.locator("#main-table a", has_text=re.compile("^tiny$")))
        expect(formgrader.frame.locator("body")).to_contain_text("harmless")
        instructor.page.goto((built_course.root / "feedback/mallory" / LAB / "tiny.html").as_uri())
        expect(instructor.page.locator("body")).to_contain_text("harmless")
        # The page's own wall, if cleaning were to miss something.
        missed = "<script>alert('missed')</script><img src=x onerror=alert('missed')>missed</body>"
        (tmp_path / "page.html").write_text(built_course.page("mallory").replace("</body>", missed))
        instructor.page.goto((tmp_path / "page.html").as_uri())
        expect(instructor.page.locator("body")).to_contain_text("missed")
