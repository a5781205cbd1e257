"""Code as a learner writes it: in a notebook cell, which is a file of its own with lines that Python can quote."""

import linecache
import textwrap
from itertools import count
from types import SimpleNamespace

_numbers = count(1)


def cell(source, **names):
    """Run a cell in which `names` are known; returns what is defined afterwards."""
    source, file = textwrap.dedent(source), f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), names)
    return SimpleNamespace(**names)
