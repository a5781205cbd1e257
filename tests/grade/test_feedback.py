"""Feedback pages show every check and nothing of the hidden tests' source."""

from __future__ import annotations

import html
import re

import pytest
from labgrader import notebook
from nbformat import v4
from tiny_course import LAB, TinyCourse

HIDDEN_LINES = [
    "hidden_numbers = np.arange(5) - 2",
    'check("squares of negative numbers", lambda: np.allclose(square(hidden_numbers), [4, 1, 0, 1, 4]))',
    "secret_number = 2**k + 1",
    'assert half(secret_number) == secret_number / 2, "an odd number has a half too"',
]
# Names and texts that only hidden lines hold, however they are spelled, coloured or escaped.
SECRETS = ["hidden_numbers", "secret_number", "lambda: np.allclose(square(hidden"]
# A hidden line too short to be looked for in outputs; a traceback must not show it either.
SHORT_HIDDEN_LINE = "k = 20"

RAISES_IN_HIDDEN_TEST = "def half(x):\n    if x > 100:\n        raise ValueError('too large for me')\n    return x / 2"
WRONG_IN_HIDDEN_TEST = "def half(x):\n    return x // 2"
PRINTS_WHAT_IT_SEES = """
from IPython.display import HTML, display
from pygments import highlight
from pygments.formatters import TerminalFormatter
from pygments.lexers import PythonLexer

print(highlight("\\n".join(In), PythonLexer(), TerminalFormatter()))
print(In)
print("\\n".join(In))
print(In[-4:])
display(HTML("<pre>" + "<br>".join(In).replace("&", "&amp;").replace('"', "&quot;") + "</pre>"))
display({"text/plain": repr(In)}, raw=True)
get_ipython().run_line_magic("history", "")
try:
    half("text")
except Exception:
    get_ipython().showtraceback()
raise RuntimeError("".join(In))
"""
PRINTS_FROM_THE_TEST = """
def half(x):
    import linecache, sys
    frame = sys._getframe(1)
    print(linecache.getline(frame.f_code.co_filename, frame.f_lineno))
    print("".join(linecache.getlines(frame.f_code.co_filename)))
    return x / 3 if x > 100 else x / 2
"""


def with_last_cell(nb, source):
    """The notebook with a cell of the student's own at its end."""
    nb.cells.append(v4.new_code_cell(source))
    return nb


@pytest.fixture(scope="module")
def course(released_course, tmp_path_factory) -> TinyCourse:
    """Graded, with feedback."""
    course = released_course.copy_to(tmp_path_factory.mktemp("feedback") / "course")
    course.submit("wrong", course.solved(square="def square(x):\n    return x * x", half=WRONG_IN_HIDDEN_TEST))
    course.submit("raises", course.solved(half=RAISES_IN_HIDDEN_TEST))
    course.submit("looks", course.solved(half=PRINTS_FROM_THE_TEST))
    course.submit("prints", with_last_cell(course.solved(half=WRONG_IN_HIDDEN_TEST), PRINTS_WHAT_IT_SEES))
    for command in ("grade", "feedback"):
        done = course.labgrader(command)
        assert done.returncode == 0, done.stderr
    assert f"feedback/wrong/{LAB}/tiny.html" in done.stdout
    return course


ATTACKERS = ("wrong", "raises", "looks", "prints")


def text_of(page: str) -> str:
    """What a page says, without its tags: highlighting puts one around every word."""
    body = page[page.index("<body") :]
    return html.unescape(re.sub(r"<[^>]+>", "", body))


@pytest.mark.parametrize("student", ATTACKERS)
def test_no_hidden_source_is_shown(course, student):
    graded = "\n".join(cell.source for cell in course.graded(student).cells)
    text = text_of(course.page(student))
    for line in HIDDEN_LINES:
        assert line in graded, "the executed submission must hold the hidden tests, or this test proves nothing"
        assert line not in text
    for secret in SECRETS:
        assert secret not in text
        assert secret not in html.unescape(course.page(student))


def test_the_attacks_would_show_hidden_source(course):
    outputs = {student: str([cell.get("outputs") for cell in course.graded(student).cells]) for student in ATTACKERS}
    assert all("secret_number" in text for text in outputs.values())


def test_every_check_is_shown_with_its_reason(course):
    text = text_of(course.page("wrong"))
    assert "✗ squares of two numbers (TypeError)" in text
    assert "✓ squares of negative numbers" in text
    assert text.count("# Hidden checks ran here; their results stand below.") == 2


def test_errors_keep_name_and_message_without_hidden_lines(course):
    assert SHORT_HIDDEN_LINE not in text_of(course.page("wrong")) + text_of(course.page("raises"))
    assert "AssertionError: an odd number has a half too" in text_of(course.page("wrong"))
    raised = text_of(course.page("raises"))
    assert "ValueError: too large for me" in raised
    assert "raise ValueError('too large for me')" in raised, "the student's own frame helps and hides nothing"


def test_an_instructor_can_show_hidden_tests(course, tmp_path):
    open_course = course.copy_to(tmp_path / "course", without=("feedback",))
    with (open_course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.HideHiddenTests.show = True\n")
    done = open_course.labgrader("feedback", "--student", "wrong")
    assert done.returncode == 0, done.stderr
    assert HIDDEN_LINES[0] in text_of(open_course.page("wrong"))
    assert not (open_course.root / "feedback" / "raises").exists()


def test_plain_nbgrader_hides_them_too(course, tmp_path):
    plain = course.copy_to(tmp_path / "course", without=("feedback",))
    done = plain.nbgrader("generate_feedback", LAB, "--student", "raises")
    assert done.returncode == 0, done.stderr
    assert not any(secret in text_of(plain.page("raises")) for secret in SECRETS)


def test_the_executed_submission_keeps_hidden_tests(course):
    sources = [cell.source for cell in course.graded("wrong").cells if notebook.grade_id(cell) == "test_square"]
    assert HIDDEN_LINES[0] in sources[0]
