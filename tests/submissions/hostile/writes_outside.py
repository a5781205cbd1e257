"""Writes to the course folder and changes another submission."""
# ruff: noqa: F821

from pathlib import Path

for name in ("submitted/ben/01/one.ipynb", "gradebook.db", "new"):
    try:
        Path(COURSE, name).write_text("changed")
        print("HARM: wrote", name)
    except OSError:
        pass
