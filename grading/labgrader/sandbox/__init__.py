"""Execute a notebook's cells where they can do no harm: a wall, a warm template behind it, one fork for each notebook.

executor   the grader's side: jobs in, results out; a crash costs one cell
wall       the bubblewrap command: no network, no course folder, read-only system
template   behind the wall: imports once, forks for each notebook
namespaces, seccomp, rlimits      what each fork puts on before any code of a student runs
keeper     the first process of a fork's process tree: ends all of it
runner, shell, streams, transcript    run cells as ipykernel does and record what they publish
protocol   the lines that cross the wall, checked by the grader
watchdog   the memory of a process tree, seen from outside
"""

from .availability import refusal, require_sandbox
from .executor import PlainExecutor, SandboxExecutor

__all__ = ["PlainExecutor", "SandboxExecutor", "refusal", "require_sandbox"]
