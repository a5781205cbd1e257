"""`python -m labgrader`: the command `labgrader` of this environment."""

from .cli import app

app(prog_name="labgrader")
