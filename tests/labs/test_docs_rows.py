"""Every lab says which topics it covers and which slips of the decks it corrects; what these rows name exists."""

import csv
import re

import jupytext
import pytest
from executions import COURSE, ROOT, source_of
from labgrader import notebook

DOCS = ROOT / "docs"
COLUMNS = ["source", "topic", "section", "exercise"]
MINUTES = re.compile(r"\s+·\s+\d+ (min|points?).*$")


@pytest.fixture
def rows(lab):
    with (DOCS / "coverage" / f"{lab}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    assert reader.fieldnames == COLUMNS
    return rows


def headings(lab):
    """The headings of a lab without the minutes and points behind them."""
    (script,) = (COURSE.labs / lab).glob("*.py")
    markdown = "\n".join(cell.source for cell in jupytext.read(script).cells if cell.cell_type == "markdown")
    return {MINUTES.sub("", heading) for heading in re.findall(r"^#+ (.*)$", markdown, re.MULTILINE)}


def test_every_topic_has_a_section_that_exists(lab, rows):
    assert rows
    assert {MINUTES.sub("", row["section"]) for row in rows} <= headings(lab)
    assert all(row["topic"] and re.fullmatch(r"S[0-4](, S[0-4])*", row["source"]) for row in rows)


def test_every_exercise_belongs_to_a_topic_and_every_named_one_exists(lab, rows):
    named = {row["exercise"] for row in rows} - {""}
    cells = source_of(lab).cells
    graded = {notebook.grade_id(cell).removeprefix("test_") for cell in cells if notebook.is_grade(cell)}
    assert named == graded


def test_the_errata_of_a_lab_are_a_table_under_its_title(lab):
    text = (DOCS / "errata" / f"{lab}.md").read_text(encoding="utf-8")
    title = text.splitlines()[0]
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert title.startswith(f"## Lab {int(lab[:2])} · ")
    assert table[0] == "| where | what is printed | the right form | where the lab shows it |"
    assert len(table) > 2
    assert {line.replace(r"\|", "").count("|") for line in table} == {5}
