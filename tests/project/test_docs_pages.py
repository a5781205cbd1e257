"""The pages in docs/ that are made from the tables of the labs are up to date, and their links lead somewhere."""

import importlib.util
import re
from functools import cache
from pathlib import Path

import pytest
from labgrader import notebook
from nbconvert.filters import markdown2html

ROOT = Path(__file__).resolve().parents[2]
LABS = sorted(path.name for path in (ROOT / "labs").iterdir())
LINK = re.compile(r"\]\(([^)#\s]+)(?:#((?:[^()\s]|\([^()\s]*\))+))?\)")


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("coverage_page", ROOT / "tools" / "coverage_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["coverage.md", "errata.md"])
def test_the_page_is_up_to_date(tool, name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == tool.pages()[name], "run `make docs`"


def test_every_lab_and_every_topic_has_its_row(tool):
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = [row for lab in LABS for row in tool.rows_of(ROOT, lab)]
    assert page.count("\n| ") - page.count("| topic |") == len(rows)
    assert all(tool.in_a_cell(row["topic"]) in page for row in rows)


@cache
def anchors_of(path):
    """The ids that nbconvert, and with it GitHub and nbviewer, gives to the headings of a notebook."""
    cells = [cell for cell in notebook.read(path).cells if cell.cell_type == "markdown"]
    return set(re.findall(r'<h\d[^>]* id="([^"]*)"', "".join(markdown2html(cell.source) for cell in cells)))


def test_every_link_leads_to_a_heading_that_exists():
    links = LINK.findall((ROOT / "docs" / "coverage.md").read_text(encoding="utf-8"))
    for target, anchor in links:
        path = ROOT / "docs" / target
        assert path.is_file(), target
        if anchor:
            assert anchor in anchors_of(path), f"{target}#{anchor}"
    assert sum(bool(anchor) for _, anchor in links) > 200
    exercises = {target for target, anchor in links if anchor.startswith("Exercise")}
    assert len(exercises) == len(LABS)


def test_a_section_that_no_lab_has_stops_the_tool(tool, tmp_path):
    for name in ("coverage/02_optimizers.csv", "errata/02_optimizers.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        (tmp_path / "docs" / name).write_text(
            text.replace(",1 · Gradient descent", ",1 · Gradient ascent"), encoding="utf-8"
        )
    (tmp_path / "solutions").symlink_to(ROOT / "solutions")
    with pytest.raises(SystemExit, match="names the section '1 · Gradient ascent"):
        tool.pages(tmp_path)
