"""What may not be in a student bundle, found by looking at every file of it."""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from nbformat import NotebookNode

from .. import notebook
from ..build.markers import EXACT, KINDS, outside_regions, regions
from ..build.refusals.release import strings_in, tells

Files = Mapping[str, bytes]

INSTRUCTORS_FOLDERS = {
    "source", "solutions", "submitted", "autograded", "feedback", "labs", "tests", "answers", "grading", "labgrader",
}  # fmt: skip
INSTRUCTORS_FILES = ("*.db", "*.db.*", "*.sqlite*", "rubric*", "*solution*", "*.bak", "*.pem", "*.key")
IMPORTS_LABGRADER = re.compile(r"^\s*(from|import) labgrader\b", re.MULTILINE)
RUN = 2  # so many lines of a hidden region in a row are no coincidence


def leaks(files: Files, sources: Mapping[str, Iterable[NotebookNode]], releases: str) -> Iterator[str]:
    """A sentence for each thing that students may not see.

    files: the bundle by path. sources: the instructor's notebooks by lab. releases: the bundle's folder of the labs.
    """
    for path in files:
        yield from instructors_file(path)
    texts = {path: lines_of(path, content) for path, content in files.items()}
    for path, lines in texts.items():
        yield from telltale_lines(path, lines)
        if path.endswith(".ipynb"):
            yield from outputs(path, files[path])
    telling = {path: [squeezed(line) for line in lines if tells(line)] for path, lines in texts.items()}
    for lab, notebooks in sources.items():
        for nb in notebooks:
            yield from hidden_lines(lab, nb, telling, f"{releases}/{lab}/")


def instructors_file(path: str) -> Iterator[str]:
    """Whether a file is one that instructors keep, by its name."""
    parts = PurePosixPath(path).parts
    pattern = next((one for one in INSTRUCTORS_FILES if fnmatch.fnmatch(parts[-1].lower(), one)), None)
    folder = next((part for part in parts[:-1] if part in INSTRUCTORS_FOLDERS), None)
    if pattern or folder:
        reason = f"lies in a folder {folder}/" if folder else f"is called like {pattern}"
        yield f"{path}: {reason}, which only instructors have; move it away."


def telltale_lines(path: str, lines: list[str]) -> Iterator[str]:
    """Markers of solutions, and code that only runs on an instructor's machine."""
    if marker := next((line for line in lines if EXACT.fullmatch(line.rstrip())), None):
        yield f"{path}: contains {marker.strip()!r}; run `labgrader build`."
    if path.endswith(".py") and IMPORTS_LABGRADER.search("\n".join(lines)):
        yield f"{path}: imports labgrader, which students do not have; take that out."


def outputs(path: str, content: bytes) -> Iterator[str]:
    """Whether a notebook has been executed: outputs can say what a solution gives."""
    cells = json.loads(content)["cells"]
    if any(cell.get("outputs") for cell in cells):
        yield f"{path}: carries outputs; run `labgrader build`."


def hidden_lines(lab: str, source: NotebookNode, telling: Mapping[str, list[str]], folder: str) -> Iterator[str]:
    """Lines of a solution, hidden test or mark scheme.

    telling: the lines of each file that say something, without white space. In the lab's own folder one such line is a
    leak, unless the source shows it elsewhere. In other files, where common code is repeated by chance, several in a
    row are, or a whole region.
    """
    shown = {squeezed(line) for cell in source.cells for line in outside_regions(cell.source)}
    visible = "\n".join(shown)
    own = {path: "\n".join(lines) for path, lines in telling.items() if path.startswith(folder)}
    others = {path: lines for path, lines in telling.items() if path not in own and not path.endswith(".ipynb")}
    for cell in source.cells:
        for region in (region for kind in KINDS for region in regions(cell.source, kind)):
            secrets = [squeezed(line) for line in region.lines if tells(line)]
            found = {
                path: next((line for line in secrets if line in text and line not in visible), None)
                for path, text in own.items()
            }
            # Notebooks of other labs were compared with their own sources.
            found |= {path: run_of_lines(secrets, lines, shown) for path, lines in others.items()}
            for path, line in found.items():
                if line:
                    name = notebook.grade_id(cell) or "a cell"
                    yield f"{path}: contains a hidden line of {lab} · {name}, {line!r}; find out why."


def run_of_lines(secrets: list[str], lines: list[str], shown: set[str]) -> str | None:
    """The first of several hidden lines that stand in a row in a text, or of a whole region; None when none do."""
    length = min(RUN, len(secrets))
    runs = {tuple(lines[start : start + length]) for start in range(len(lines) - length + 1)} if length else set()
    for start in range(len(secrets) - length + 1):
        run = tuple(secrets[start : start + length])
        if run in runs and not shown.issuperset(run):
            return run[0]
    return None


def squeezed(line: str) -> str:
    """A line without white space."""
    return "".join(line.split())


def lines_of(path: str, content: bytes) -> list[str]:
    """The lines of a file's text; of a notebook, those of every string in it."""
    text = content.decode("utf-8", errors="replace")
    if path.endswith(".ipynb"):
        text = "\n".join(strings_in(json.loads(text)))
    return text.splitlines()
