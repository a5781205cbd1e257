"""Reads the source notebook, another student's submission and the gradebook."""
# ruff: noqa: F821, SIM105

import os
from pathlib import Path

for name in ("source/01/one.ipynb", "submitted/ben/01/one.ipynb", "gradebook.db"):
    for way in ("", "/proc/1/root", "/proc/self/cwd/../../../../../.."):
        try:
            if "planted" in Path(f"{way}{COURSE}/{name}").read_text():
                print("HARM: read", name)
        except OSError:
            pass
try:
    print("HARM: listed", os.listdir(COURSE))
except OSError:
    pass
