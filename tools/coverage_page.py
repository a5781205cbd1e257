"""docs/coverage.md and docs/errata.md, from docs/coverage/*.csv and docs/errata/*.md.

    .venv/bin/python tools/coverage_page.py

Each topic links to the heading in the solved notebook where it is taught, each exercise to its own. The anchors are
those that nbconvert, and with it GitHub and nbviewer, gives to headings.
"""

import csv
import json
import re
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
MINUTES = re.compile(r"\s+·\s+\d+ (min|points?).*$")

COVERAGE = """\
# What is taught where

Every topic of the course, with the section that teaches it and the exercise that grades it. The links open the solved
notebooks. S0 to S4 are the five older sets of slides that the course goes back to; what they print otherwise than the
labs teach it stands in [errata](errata.md).

This page is made from `docs/coverage/*.csv` by `make docs`.
"""
ERRATA = """\
# Errata of older material

What the slides S0 to S4 (see [what is taught where](coverage.md)) print otherwise than the labs teach it, and where a
lab shows which is right.

This page is made from `docs/errata/*.md` by `make docs`.
"""


def main(root=ROOT):
    for name, text in pages(root).items():
        (root / "docs" / name).write_text(text, encoding="utf-8", newline="\n")


def pages(root=ROOT):
    """The text of each page by its name in docs/."""
    labs = sorted(path.stem for path in (root / "docs" / "coverage").glob("*.csv"))
    errata = [(root / "docs" / "errata" / f"{lab}.md").read_text(encoding="utf-8").strip() for lab in labs]
    tables = [coverage_of(root, lab) for lab in labs]
    return {"coverage.md": "\n".join([COVERAGE, *tables]), "errata.md": "\n\n".join([ERRATA.strip(), *errata]) + "\n"}


def coverage_of(root, lab):
    """The table of one lab."""
    (path,) = (root / "solutions" / lab).glob("*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    link = f"../{path.relative_to(root).as_posix()}"
    title = next(headings(cells))
    sections = {MINUTES.sub("", text): text for text in headings(cells)}
    lines = [f"## [{plain(title)}]({link})", "", "| topic | from | section | exercise |", "|---|---|---|---|"]
    for row in rows_of(root, lab):
        section = MINUTES.sub("", row["section"])
        if section not in sections:
            raise SystemExit(f"docs/coverage/{lab}.csv names the section {section!r}, which {link} does not have.")
        where = f"[{in_a_cell(section)}]({link}#{anchor(sections[section])})"
        exercise = ""
        if row["exercise"]:
            exercise = f"[`{row['exercise']}`]({link}#{anchor(exercise_heading(cells, row['exercise']))})"
        lines.append(f"| {in_a_cell(row['topic'])} | {row['source']} | {where} | {exercise} |")
    return "\n".join([*lines, ""])


def rows_of(root, lab):
    """The rows of a lab's list of topics."""
    with (root / "docs" / "coverage" / f"{lab}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def headings(cells):
    """All headings of a notebook, in their order."""
    for cell in cells:
        if cell["cell_type"] == "markdown" and not grade_id(cell):
            yield from re.findall(r"^#+ +(.*?) *$", "".join(cell["source"]), re.MULTILINE)


def exercise_heading(cells, exercise):
    """The heading above the answer to an exercise."""
    last = ""
    for cell in cells:
        last = [last, *headings([cell])][-1]
        if grade_id(cell) == exercise:
            return last
    raise SystemExit(f"No notebook has the exercise {exercise!r}: correct docs/coverage.")


def grade_id(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def plain(heading):
    """A heading without its signs of markdown."""
    return re.sub(r"[`*]", "", heading)


def anchor(heading):
    """The id that nbconvert gives to a heading."""
    return quote(plain(heading).replace(" ", "-"), safe="?/:@!$&'()*+,;=")


def in_a_cell(text):
    """A text as it can stand in a table."""
    return text.replace("|", r"\|")


if __name__ == "__main__":
    main()
