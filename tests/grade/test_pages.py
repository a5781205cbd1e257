"""Feedback pages and grading views: formulas without a script, and nothing runs that a student wrote."""

from __future__ import annotations

import html
import re

import pytest
from bs4 import BeautifulSoup
from hostile_html import MARKDOWN, add_hostile_cells
from labgrader import notebook
from labgrader.pages import GradingPage
from labgrader.pages.formulas import formula
from labgrader.pages.markdown import markdown_to_html
from nbgrader.server_extensions.formgrader.handlers import template_path
from tiny_course import LAB, REPOSITORY, TinyCourse
from traitlets.config import Config

ANYWHERE = re.compile(r"^(?!data:image/|https://example\.org|#)", re.IGNORECASE)


def what_could_run_or_load(soup: BeautifulSoup) -> list[str]:
    """The parts of a page that could do more than be read."""
    active = [str(tag) for tag in soup(["script", "iframe", "object", "embed", "svg", "form", "link", "base"])]
    for tag in soup(True):
        active += [f"{tag.name} {name}" for name in tag.attrs if name.startswith("on")]
        addresses = (tag.get(name, "#") for name in ("href", "src", "action", "data", "srcdoc"))
        active += [str(tag) for address in addresses if ANYWHERE.match(address)]
        active += [str(tag) for word in ("url(", "position") if word in tag.get("style", "")]
    return active


@pytest.fixture(scope="module")
def course(released_course, tmp_path_factory) -> TinyCourse:
    """A hostile submission, graded, with feedback."""
    course = released_course.copy_to(tmp_path_factory.mktemp("pages") / "course")
    course.submit("mallory", add_hostile_cells(course.solved()))
    for command in ("grade", "feedback"):
        done = course.labgrader(command)
        assert done.returncode == 0, done.stderr
    return course


@pytest.fixture(scope="module")
def grading_view(course) -> str:
    """What formgrader shows of it, made as formgrader makes it."""
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [template_path]
    names = {"assignment_id": LAB, "notebook_id": "tiny", "submission_id": "s", "base_url": "", "index": 0, "total": 1}
    page = GradingPage(config=config, rubrics=lambda lab, name: {"explain": "The model answer of $x^2$"})
    path = course.root / "autograded" / "mallory" / LAB / "tiny.ipynb"
    return page.from_filename(str(path), resources=names)[0]


def test_the_attacks_are_in_the_executed_submission(course):
    outputs = [output for cell in course.graded("mallory").cells for output in cell.get("outputs", [])]
    for what in ("html", "javascript", "markdown", "latex", "svg", "diagram", "widget", "png", "stream", "error"):
        assert any(what in str(output) and "alert(" in str(output) for output in outputs), what


def test_nothing_in_a_feedback_page_runs_or_loads(course):
    page = BeautifulSoup(course.page("mallory"), "html.parser")
    assert what_could_run_or_load(page) == []
    assert "harmless" in page.text
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "script" not in policy


def test_nothing_of_a_students_in_the_grading_view_runs_or_loads(grading_view):
    page = BeautifulSoup(grading_view, "html.parser")
    submission = page.find(id="notebook-container")
    assert [part for part in what_could_run_or_load(submission) if "form-control" not in part] == []
    assert len(page(id="explain")) == 1
    assert page.find(id="explain").name == "input"


def test_the_grading_view_shows_the_model_answer_below_the_answer(grading_view):
    page = BeautifulSoup(grading_view, "html.parser")
    (rubric,) = page(class_="rubric")
    assert "The model answer of" in rubric.text
    assert rubric.find("math")
    assert rubric.find_previous(id="explain-comment")


@pytest.mark.parametrize("source", MARKDOWN)
def test_each_piece_of_hostile_markdown_is_disarmed(source):
    assert what_could_run_or_load(BeautifulSoup(markdown_to_html(source), "html.parser")) == []


def test_what_is_harmless_stays():
    source = (
        "## Heading\n\n**bold** `code` [link](https://example.org/?a=1&b=2)\n\n| a | b |\n|---|--:|\n| 1 | $x$ |\n\n"
        "- item\n\n```python\nx = 1\n```\n\n![dot](data:image/png;base64,AAAA)\n\n1 < 2 & 3 > 2"
    )
    page = BeautifulSoup(markdown_to_html(source), "html.parser")
    for name in ("h2", "strong", "code", "a", "table", "math", "li", "pre", "img"):
        assert page.find(name), name
    assert page.a["href"] == "https://example.org/?a=1&b=2"
    assert page.img["alt"] == "dot"
    assert page.find_all("td")[1]["style"] == "text-align:right;"
    assert "1 < 2 & 3 > 2" in page.text


LABS = sorted(path.name for path in (REPOSITORY / "source").iterdir())
FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![$\\])\$(.+?)(?<![$\\])\$", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


@pytest.mark.parametrize("lab", LABS)
def test_every_formula_of_a_lab_can_be_shown_without_a_script(lab):
    (path,) = (REPOSITORY / "source" / lab).glob("*.ipynb")
    texts = [CODE.sub("", cell.source) for cell in notebook.read(path).cells if cell.cell_type == "markdown"]
    formulas = [block or inline for text in texts for block, inline in FORMULA.findall(text)]
    assert formulas
    for latex in formulas:
        shown = formula(latex)
        assert shown.startswith("<math"), latex
        assert "\\" not in html.unescape(shown), latex


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"\mathcal L", "ℒ"),
        (r"\mathbf W_1", "𝐖"),
        (r"\boldsymbol{\theta}", "𝜽"),
        (r"\mathbb{R}", "ℝ"),
        (r"\mathbb 1", "𝟙"),
        (r"a < b", "&lt;"),
        (r"\arg\min", "arg"),
    ],
)
def test_letters_and_signs_of_formulas(latex, shown):
    assert f">{shown}<" in formula(latex)


def test_a_formula_that_cannot_be_shown_stays_as_it_was_written():
    assert formula("x_<_b") == "<code>x_&lt;_b</code>"
    assert formula(r"\newcommand{\a}{\b\b}\a").startswith("<code>")
    assert formula("x" * 20_000).startswith("<code>")
    assert formula("{" * 5_000).startswith("<code>")
