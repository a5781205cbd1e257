"""Lays a file beside the notebook that stands in for a module which a later cell of the instructor's imports."""
# ruff: noqa: E402, F401

from pathlib import Path

Path("colorsys.py").write_text("print('HARM: the student\\'s module was imported')\n")

# %%
import colorsys
