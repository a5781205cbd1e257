"""What an author wants to know after a run: seconds per lab, slowest cells, failures."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .execute import CellTime, Execution

# A lab must fit into a lesson: seconds after the imports, and seconds in which a cell may keep a student waiting.
LAB_LIMIT = 40
CELL_LIMIT = 15

SLOWEST = 5


def as_dict(executions: dict[str, Execution]) -> dict[str, Any]:
    """The outcome of a run, for a program."""
    return {
        "limits": {"lab_seconds": LAB_LIMIT, "cell_seconds": CELL_LIMIT},
        "labs": [
            {
                "lab": lab,
                "ok": execution.failure is None,
                "setup_seconds": round(execution.setup_seconds, 3),
                "seconds": round(execution.seconds, 3),
                "over_limit": execution.seconds > LAB_LIMIT,
                "cells": [
                    {"cell": cell.label, "seconds": round(cell.seconds, 3), "over_limit": is_slow(cell)}
                    for cell in execution.cells
                ],
                "failure": vars(execution.failure) if execution.failure else None,
            }
            for lab, execution in executions.items()
        ],
    }


def print_report(executions: dict[str, Execution], console: Console) -> None:
    """Tables of seconds per lab and of the slowest cells; what is beyond a limit is marked."""
    labs = Table("lab", title="Seconds per lab", title_justify="left")
    for heading in ("set-up", "cells"):
        labs.add_column(heading, justify="right")
    labs.add_column("remark")
    for lab, execution in executions.items():
        notes = [f"over {LAB_LIMIT} s"] * (execution.seconds > LAB_LIMIT) + ["failed"] * bool(execution.failure)
        labs.add_row(lab, f"{execution.setup_seconds:.1f}", f"{execution.seconds:.1f}", ", ".join(notes))
    console.print(labs)

    cells = Table("lab", "cell", title="Slowest cells", title_justify="left")
    cells.add_column("seconds", justify="right")
    cells.add_column("remark")
    timed = [(lab, cell) for lab, execution in executions.items() for cell in execution.cells if not cell.is_setup]
    for lab, cell in sorted(timed, key=lambda pair: -pair[1].seconds)[:SLOWEST]:
        cells.add_row(lab, escape(cell.label), f"{cell.seconds:.1f}", f"over {CELL_LIMIT} s" * is_slow(cell))
    console.print(cells)


def print_failures(executions: dict[str, Execution], console: Console) -> None:
    """Each failing cell with its lab, heading and traceback."""
    for lab, execution in executions.items():
        if execution.failure:
            console.print(f"\n[bold red]{lab} · {escape(execution.failure.cell)}[/]")
            console.print(execution.failure.traceback, markup=False, highlight=False, soft_wrap=True)


def is_slow(cell: CellTime) -> bool:
    return not cell.is_setup and cell.seconds > CELL_LIMIT
