"""Percent scripts ↔ notebooks: nothing gets lost, the canonical form is a fixed point, ids stay."""

from __future__ import annotations

import re
import subprocess
import sys

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labgrader.build.script import notebook_from_script, script_from_notebook
from lines_course import LINES

# Lines that formats and formatters have an opinion about.
ODD_LINES = [
    "# %%",
    "# %% [markdown]",
    "# %% [raw]",
    "# %% A title",
    '# %% tags=["demo"]',
    '# %% [markdown] slideshow={"slide_type": "slide"}',
    "# prose with two blanks at its end  ",
    "#",
    "",
    "    ",
    "# ```python",
    "# | a | b |",
    "# - item",
    "# +",
    "# -",
    "# region one",
    "# endregion",
    "x = 1",
    "%matplotlib inline",
    "# %matplotlib inline",
    "# !ls",
    "!ls *.py",
    "%%time",
    "x?",
    "def f():",
    "    return 1",
    "class A: ...",
    "@decorator",
    "### BEGIN SOLUTION",
    "# ### END SOLUTION",
    "naïve = 'é ∇ 🙂'",
    "\tx",
    "# ---",
]


@given(st.lists(st.sampled_from(ODD_LINES), max_size=12).map("\n".join))
@settings(deadline=None, max_examples=300)
def test_the_canonical_script_loses_nothing_and_is_a_fixed_point(script):
    source = notebook_from_script("# %%\n" + script)
    canonical = script_from_notebook(source)
    again = notebook_from_script(canonical)
    assert again == source
    assert script_from_notebook(again) == canonical


def test_the_canonical_script_of_the_good_lab_is_itself():
    assert script_from_notebook(notebook_from_script(LINES)) == LINES


CELLS = {
    "prose": "# %% [markdown]\n# Prose, and `code`.",
    "statements": "# %%\nx = 1\ny = x",
    "function": "# %%\ndef f():\n    return 1",
    "commented function": "# %%\n# why\ndef g():\n    return 1",
    "class": "# %%\nclass A:\n    pass",
    "decorated": "# %%\n@f\ndef h(): ...",
    "magic above a function": "# %%\n# %matplotlib inline\ndef k():\n    return 1",
    "function and more": "# %%\ndef m():\n    return 1\n\n\nm()",
    "function and comment": "# %%\ndef n():\n    return 1\n\n\n# the end",
    "import": "# %%\nimport os",
    "block": "# %%\nif True:\n\n    def p():\n        return 1",
    "empty": "# %%",
}


def test_ruff_format_agrees_with_the_canonical_form():
    """Every kind of cell after every other: the blank lines between cells are the ones ruff wants."""
    for name, cell in CELLS.items():
        script = script_from_notebook(
            notebook_from_script("\n\n".join(f"{cell}\n\n{other}" for other in CELLS.values()))
        )
        formatted = subprocess.run(
            [sys.executable, "-m", "ruff", "format", "--line-length=120", "-"],
            input=script,
            capture_output=True,
            text=True,
        )
        assert formatted.stdout == script, name


def test_the_source_notebook_holds_nothing_but_what_was_written():
    nb = notebook_from_script(LINES)
    assert set(nb.metadata) == {"kernelspec", "labgrader"}
    assert set(nb.metadata.labgrader) == {"version", "content_hash"}
    assert all(cell.outputs == [] and cell.execution_count is None for cell in nb.cells if cell.cell_type == "code")
    assert {key for cell in nb.cells for key in cell.metadata} == {"nbgrader", "tags"}
    nbformat.validate(nb)


def test_a_kernel_is_named_even_if_the_script_names_none():
    nb = notebook_from_script("# %%\nx = 1\n")
    assert nb.metadata.kernelspec.name == "python3"
    assert "name: python3" in script_from_notebook(nb)


def ids(script: str) -> list[str]:
    return [cell.id for cell in notebook_from_script(script).cells]


def test_ids_are_grade_ids_or_survive_edits_elsewhere():
    before = ids(LINES)
    assert before[2:4] == ["setup", "checks"]
    after = ids(
        LINES.replace("# A small lab", "# A tiny lab").replace(
            "# %% [markdown]\n# ## Exercise 2", "# %%\nnew\n\n# %% [markdown]\n# ## Exercise 2"
        )
    )
    assert [name for name in before if name not in after] == [before[0]]


def test_equal_cells_get_different_ids():
    assert len(set(ids("# %%\nx\n\n# %%\nx\n\n# %% [markdown]\n# x\n\n# %%\nx\n"))) == 4


@pytest.mark.parametrize("grade_id", ["a b/ü", "x" * 100])
def test_ids_are_valid_whatever_the_grade_id(grade_id):
    marker = f'# %% nbgrader={{"grade_id": "{grade_id}"}}\nx\n'
    for name in ids(marker + "\n" + marker):
        assert re.fullmatch(r"[A-Za-z0-9-_]{1,64}", name)


def test_the_content_hash_changes_with_the_content_and_not_with_the_version():
    def content_hash(script):
        return notebook_from_script(script).metadata.labgrader.content_hash

    assert content_hash(LINES.replace("1.0.0", "1.0.1")) == content_hash(LINES)
    assert content_hash(LINES.replace("A small lab", "A tiny lab")) != content_hash(LINES)
    assert content_hash(LINES.replace('"points": 4', '"points": 5')) != content_hash(LINES)
    assert content_hash(LINES.replace('tags=["demo"]', "")) != content_hash(LINES)
