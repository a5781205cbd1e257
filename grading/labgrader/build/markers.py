"""nbgrader's markers: the regions between them, and lines that only look like a marker."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")
EXACT = re.compile(rf"\s*### (?P<edge>BEGIN|END) (?P<kind>{'|'.join(KINDS)})")

# Words of intended markers, each possibly misspelt.
EDGES = ("BEGIN", "START", "END", "STOP")
CONTENTS = ("SOLUTION", "ANSWER", "HIDDEN", "HIDDENTEST", "HIDDENTESTS", "TESTS", "MARKSCHEME", "MARKINGSCHEME")
JOINED = tuple(edge + content for edge in ("BEGIN", "END") for content in CONTENTS)


@dataclass(frozen=True)
class Marker:
    """An exact marker and its line."""

    line: int
    edge: str
    kind: str


@dataclass(frozen=True)
class Region:
    """The lines between a BEGIN and its END."""

    kind: str
    lines: tuple[str, ...]


def markers(source: str) -> list[Marker]:
    """The exact markers of a cell, in order."""
    matches = ((number, EXACT.fullmatch(line.rstrip())) for number, line in enumerate(source.split("\n")))
    return [Marker(number, match["edge"], match["kind"]) for number, match in matches if match]


def regions(source: str, kind: str) -> list[Region]:
    """The regions of one kind in a cell whose markers are balanced."""
    lines = source.split("\n")
    own = [marker.line for marker in markers(source) if marker.kind == kind]
    return [Region(kind, tuple(lines[begin + 1 : end])) for begin, end in zip(own[::2], own[1::2], strict=False)]


def outside_regions(source: str) -> list[str]:
    """The lines of a cell outside all regions, without the markers."""
    kept, depth = [], 0
    by_line = {marker.line: marker for marker in markers(source)}
    for number, line in enumerate(source.split("\n")):
        if number in by_line:
            depth += 1 if by_line[number].edge == "BEGIN" else -1
        elif depth == 0:
            kept.append(line)
    return kept


def false_markers(source: str) -> Iterator[str]:
    """Lines that aren't markers but that nbgrader or a reader would mistake for one."""
    for line in source.split("\n"):
        if EXACT.fullmatch(line.rstrip()):
            continue
        if re.search(rf"(BEGIN|END) ({'|'.join(KINDS)})", line) or looks_like_marker(line):
            yield line.strip()


def looks_like_marker(line: str) -> bool:
    """Whether a line, or the comment at its end, resembles a marker: one to four words, possibly misspelt."""
    return any(says_marker(text) for text in {line, line.rpartition("#")[2]})


def says_marker(text: str) -> bool:
    words = [word.upper() for word in re.findall(r"[^\W_]+", text)]
    if re.search(r"[=()\[\]{}]", text) or not 1 <= len(words) <= 4:
        return False
    if len(words) == 1:
        return bool(difflib.get_close_matches(words[0], JOINED, 1, 0.9))
    for edge, content in ((words[0], words[1:]), (words[-1], words[:-1])):
        is_edge = difflib.get_close_matches(edge, EDGES, 1, 0.7)
        if is_edge and difflib.get_close_matches("".join(content), CONTENTS, 1, 0.75):
            return True
    return False
