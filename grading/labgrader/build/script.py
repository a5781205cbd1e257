"""Percent scripts ↔ notebooks: the script is the single source, the notebook is generated from it."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable

import jupytext
import nbformat
from nbformat import NotebookNode

from .. import notebook
from .names import parse

PERCENT = {"extension": ".py", "format_name": "percent"}
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

# The layout of a script, which jupytext records in the notebook, where it is not needed.
LAYOUT_METADATA = ("cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker")


def notebook_from_script(text: str) -> NotebookNode:
    """The source notebook of a percent script: no outputs, deterministic cell ids, its content hash."""
    raw = jupytext.reads(text, fmt=PERCENT)
    nb = nbformat.v4.new_notebook(cells=[clean_cell(cell) for cell in raw.cells])
    nb.metadata.update({key: value for key, value in raw.metadata.items() if key not in ("jupytext", "labgrader")})
    nb.metadata.setdefault("kernelspec", copy.deepcopy(KERNEL))
    set_cell_ids(nb)
    labgrader = dict(raw.metadata.get("labgrader", {}))
    labgrader["content_hash"] = content_hash(nb)
    nb.metadata["labgrader"] = labgrader
    plain: NotebookNode = nbformat.from_dict(nb)
    return plain


def script_from_notebook(nb: NotebookNode) -> str:
    """The canonical percent script of a source notebook: as jupytext writes it, with the blank lines ruff wants."""
    nb = copy.deepcopy(nb)
    nb.metadata = in_order(nb.metadata)
    nb.metadata.get("labgrader", {}).pop("content_hash", None)
    nb.metadata["jupytext"] = {"notebook_metadata_filter": "all,-jupytext", "cell_metadata_filter": "all"}
    for cell, following in zip(nb.cells, [*nb.cells[1:], None], strict=True):
        cell.metadata = in_order(cell.metadata)
        if following is not None:
            cell.metadata["lines_to_next_cell"] = blank_lines_between(cell, following)
    text: str = jupytext.writes(nb, fmt=PERCENT)
    return text


def clean_cell(cell: NotebookNode) -> NotebookNode:
    """A cell as the source keeps it: no outputs, no record of the script's layout.

    Trailing blanks in prose and blank lines around code are removed, because formatters remove them from the script.
    """
    make: dict[str, Callable[..., NotebookNode]] = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }
    source = cell.source
    if cell.cell_type == "markdown":
        source = "\n".join(line.rstrip() for line in source.split("\n"))
    if cell.cell_type == "code":
        source = re.sub(r"\A(\s*\n)+|\s+\Z", "", source)
    metadata = {key: value for key, value in cell.metadata.items() if key not in LAYOUT_METADATA}
    return make.get(cell.cell_type, make["raw"])(source=source, metadata=metadata)


def set_cell_ids(nb: NotebookNode) -> None:
    """Give every cell an id that an edit elsewhere does not change: its grade id, else a hash of its content."""
    seen: Counter[str] = Counter()
    # Grade ids come first, so that no other cell can take theirs.
    for cell in sorted(nb.cells, key=lambda cell: notebook.grade_id(cell) is None):
        wanted = re.sub(r"[^A-Za-z0-9_-]", "-", str(notebook.grade_id(cell) or ""))[:56] or digest(
            [cell.cell_type, cell.source], 8
        )
        seen[wanted] += 1
        cell.id = wanted if seen[wanted] == 1 else f"{wanted}-{seen[wanted]}"
        seen[cell.id] += seen[wanted] > 1


def content_hash(nb: NotebookNode) -> str:
    """A short hash of everything a person wrote in a lab except its version."""
    return digest([[cell.cell_type, cell.source, cell.metadata] for cell in nb.cells], 16)


def digest(value: object, length: int) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def in_order(value: object) -> object:
    """Metadata with its keys in alphabetical order, the order in which a notebook file has them."""
    if isinstance(value, dict):
        return nbformat.from_dict({key: in_order(item) for key, item in sorted(value.items())})
    return value


def blank_lines_between(cell: NotebookNode, following: NotebookNode) -> int:
    """Two blank lines around a cell that ends or starts with a function or class, as ruff's format has it; else one."""
    return 2 if ends_with_definition(cell) or starts_with_definition(following) else 1


def ends_with_definition(cell: NotebookNode) -> bool:
    if cell.cell_type != "code" or cell.source.rstrip().rpartition("\n")[2].startswith("#"):
        return False
    try:
        body = parse(cell.source).body
    except SyntaxError:
        return False
    while body:
        last = body[-1]
        if isinstance(last, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return True
        blocks = (getattr(last, field, None) for field in ("finalbody", "orelse", "handlers", "cases", "body"))
        body = next((block for block in blocks if isinstance(block, list) and block), [])
    return False


def starts_with_definition(cell: NotebookNode) -> bool:
    # jupytext writes magics as comments, and comments right above a definition belong to it.
    lines = (line for line in cell.source.split("\n") if not re.match(r"[#%!]", line))
    return cell.cell_type == "code" and bool(re.match(r"(async )?def\b|class\b|@", next(lines, "")))
