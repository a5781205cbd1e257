"""What each hostile file does without the sandbox, and how its cells come off inside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "hostile"

# What the harm looks like from outside, where it is no line that starts with HARM.
HANGS = "hangs"
ENDS_EARLY = "ends early"  # the process is gone before its last line
KILLS_PARENT = "kills its parent"
OUTLIVES = "outlives"  # something of it goes on when the script has ended
SPOILS_RECORD = "spoils the record"  # what the grader reads of it is not what the grader's own code wrote
HIDES_ERROR = "hides its error"  # nbclient's notebook shows no error
FLOODS = "floods"  # more comes out than anybody wants to store
SAYS = "says so"


@dataclass(frozen=True)
class Case:
    """A hostile file: the statuses of its cells inside the sandbox, and its harm outside."""

    name: str
    statuses: tuple[str, ...]
    harm: str = SAYS

    @property
    def cells(self) -> list[str]:
        """The cells, split at the percent lines."""
        return (FOLDER / f"{self.name}.py").read_text().split("\n# %%\n")


CASES = [
    Case("infinite_loop", ("timeout",), HANGS),
    Case("exits", ("died",), ENDS_EARLY),
    Case("becomes_another_program", ("died",), ENDS_EARLY),
    Case("segfault", ("died",), ENDS_EARLY),
    Case("memory_bomb", ("error",)),
    Case("memory_bomb_of_children", ("died",)),
    Case("memory_bomb_out_of_sight", ("died",)),
    Case("fork_bomb", ("ok",)),
    Case("thread_bomb", ("error",)),
    Case("disk_flood", ("ok",)),
    Case("many_files", ("error",)),
    Case("output_flood", ("output limit",)),
    Case("output_flood_of_a_program", ("output limit",), FLOODS),
    Case("output_in_one_piece", ("output limit",), FLOODS),
    Case("background_daemon", ("ok",), OUTLIVES),
    Case("asks_for_input", ("error",), HANGS),
    Case("network", ("ok",)),
    Case("reads_secret", ("ok",)),
    Case("reads_course", ("ok",)),
    Case("writes_outside", ("ok",)),
    Case("kills_parent", ("ok",), KILLS_PARENT),
    Case("kills_everything", ("died",), ENDS_EARLY),
    Case("shadow_module", ("ok", "ok")),
    Case("symlinks", ("ok",)),
    Case("forged_records", ("died",), SPOILS_RECORD),
    Case("floods_descriptors", ("output limit",), SPOILS_RECORD),
    Case("closes_descriptors", ("died",), SPOILS_RECORD),
    Case("replaces_showtraceback", ("ok", "error"), HIDES_ERROR),
    Case("other_processes", ("ok",)),
    Case("new_namespaces", ("ok",)),
]
