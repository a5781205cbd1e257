"""A course of two labs that run in a moment, one of which can be made to fail."""

from __future__ import annotations

import pytest
from click.testing import Result
from labgrader.cli import app
from labgrader.course import Course
from typer.testing import CliRunner

SETUP = '{"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}'
LAB = f"""\
# %% [markdown]
# # A lab

# %% tags=["parameters"]
PROFILE = "quick"
SEED = 0

# %% nbgrader={SETUP}
import time
time.sleep(0.2)

# %% [markdown]
# ## Waiting

# %%
time.sleep(0.4)

# %% [markdown]
# ## The answer

# %%
import os
print(repr(PROFILE), repr(SEED), os.listdir())
"""


@pytest.fixture
def course(tmp_path) -> Course:
    """Two labs, executed for real."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    course = Course(tmp_path)
    for lab in ("01_first", "02_second"):
        course.script(lab).parent.mkdir(parents=True)
        course.script(lab).write_text(LAB)
    return course


@pytest.fixture
def run(course):
    """What `labgrader run` answers."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["--course", str(course.root), "run", *arguments])

    return run


@pytest.fixture
def add_cell(course):
    """Add a cell to a lab, under the heading "The accident"."""

    def add_cell(lab: str, code: str) -> None:
        script = course.script(lab)
        script.write_text(script.read_text() + f"\n# %% [markdown]\n# ## The accident\n\n# %%\n{code}\n")

    return add_cell
