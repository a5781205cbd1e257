"""The terminal output of `labgrader collect` and `labgrader roster`."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..engine.handed_in import printable
from .collect import Collected
from .roster import Import
from .system import Lms


def print_collected(collected: Collected, lms: Lms, console: Console) -> None:
    """The number of submissions placed, the students whose newer ones were kept, and each file not placed."""
    count = Counter(collected.states.values())
    print(f"{len(collected.states)} submissions" + "".join(f", {number} {state}" for state, number in count.items()))
    if collected.kept:
        print(f"Kept, because newer than the zip: {', '.join(collected.kept)}.")
    if collected.late:
        print(f"Late, says {lms.title()}: {', '.join(collected.late)}.")
    if collected.leftovers:
        table = Table("file", "why", title="Not placed", title_justify="left")
        for one in sorted(collected.leftovers, key=lambda one: (one.harmless, one.name)):
            cells = Text(printable(one.name), overflow="fold"), Text(one.reason)
            table.add_row(*cells, style=None if one.harmless else "red")
        console.print(table)


def print_import(done: Import) -> None:
    """Who was added or changed, and who is not in the file."""
    print(
        f"{len(done.added)} added, {len(done.updated)} updated, {len(done.unchanged)} unchanged; "
        f"the user names are those of the column {done.column!r}."
    )
    for word, names in (("Added", done.added), ("Updated", done.updated)):
        if names:
            print(f"{word}: {', '.join(names)}.")
    if done.absent:
        print(f"In the gradebook and not in the file, left there with their marks: {', '.join(done.absent)}.")
