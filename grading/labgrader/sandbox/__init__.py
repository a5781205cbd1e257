"""Execute a notebook's cells in a sandbox that holds a warm template, with one fork of it for each notebook.

executor   the grader's side: jobs in, results out; a crash affects one cell only
wall       the bubblewrap command: no network, no course folder, read-only system
template   inside the sandbox: imports once, forks for each notebook
namespaces, seccomp    the restrictions of each fork before any of a student's code runs
keeper     the first process of a fork's process tree: ends all of it
runner, shell, streams, transcript    run cells as ipykernel does and record what they publish
protocol   the messages between sandbox and grader, checked by the grader
watchdog   the memory of a process tree, measured from outside
"""

from .availability import refusal, require_sandbox
from .executor import PlainExecutor, SandboxExecutor

__all__ = ["PlainExecutor", "SandboxExecutor", "refusal", "require_sandbox"]
