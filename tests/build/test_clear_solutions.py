"""Our ClearSolutions: no stub for answers given as data, nbgrader's own behaviour for everything else."""

from __future__ import annotations

import nbformat
import nbgrader.preprocessors
import pytest
from labgrader.preprocessors import ClearSolutions
from traitlets.config import Config

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


def cleared(source: str, preprocessor=ClearSolutions, cell_type: str = "code", config: Config | None = None) -> str:
    make = nbformat.v4.new_code_cell if cell_type == "code" else nbformat.v4.new_markdown_cell
    cell = make(source, metadata={"nbgrader": {"solution": True, "grade": cell_type != "code", "grade_id": "x"}})
    nb = nbformat.v4.new_notebook(cells=[cell])
    return preprocessor(config=config).preprocess(nb, {})[0].cells[0].source


@pytest.mark.parametrize(
    ("source", "want"),
    [
        (f"quiz = {{}}\n{BEGIN}\nquiz = 1\n{END}", "quiz = {}"),
        (f"quiz = {{}}\n\n{BEGIN}\nquiz = 1\n{END}\nlen(quiz)", "quiz = {}\n\nlen(quiz)"),
        (f"a = 0\n{BEGIN}\na = 1\n{END}\nb = 0\n{BEGIN}\nb = 1\n{END}", "a = 0\nb = 0"),
        (
            f"a = 0\n{BEGIN}\na = 1\n{END}\ndef f():\n    {BEGIN}\n    return 1\n    {END}",
            "a = 0\ndef f():\n    # YOUR CODE HERE\n    raise NotImplementedError()",
        ),
    ],
)
def test_a_region_below_statements_leaves_no_stub(source, want):
    assert cleared(source) == want


@pytest.mark.parametrize(
    "source",
    [
        f"def f():\n    {BEGIN}\n    return 1\n    {END}",
        f"{BEGIN}\nx = 1\n{END}",
        f"# only a comment above\n{BEGIN}\nx = 1\n{END}",
        f"def f():\n    'doc'\n{BEGIN}\n    return 1\n{END}",  # markers out of place: the stub must be seen
        "x = 1",
        "",
    ],
)
def test_everything_else_is_as_nbgrader_does_it(source):
    assert cleared(source) == cleared(source, nbgrader.preprocessors.ClearSolutions)


def test_answers_in_words_are_as_nbgrader_does_them():
    source = f"Above.\n{BEGIN}\nBecause.\n{END}"
    assert cleared(source, cell_type="markdown") == "Above.\nYOUR ANSWER HERE"


@pytest.mark.parametrize("source", [f"x = 0\n{BEGIN}\nx = 1", f"x = 0\n{BEGIN}\n{BEGIN}\nx = 1\n{END}"])
def test_unbalanced_markers_stop_as_in_nbgrader(source):
    with pytest.raises(RuntimeError):
        cleared(source)


def test_the_course_configures_it_under_nbgraders_name():
    config = Config({"ClearSolutions": {"code_stub": {"python": "..."}}})
    assert cleared(f"def f():\n    {BEGIN}\n    return 1\n    {END}", config=config) == "def f():\n    ..."
    assert cleared("x = 1", config=config) == "..."
    assert STUB not in cleared("x = 1", config=config)
