"""`python -m dllabs COMMAND`; exit status 0: no problems, 1: problems found, 2: wrong usage, 130: interrupted."""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named by `arguments` (by default those of the process); returns the exit status."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows console may be unable to show ✓ and ✗
    from dllabs.student.errors import UsageError

    try:
        status: int = options.run(options)
        return status
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; each command sets `run`, a function from its options to the exit status."""
    made = argparse.ArgumentParser(prog="python -m dllabs", description="Deep Learning Labs, on a student's machine.")
    commands = made.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[Namespace], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    doctor = command("doctor", run_doctor, "check that this machine has what the labs need")
    doctor.add_argument("--json", action="store_true", help="print JSON")
    command("start", run_start, "copy the released labs to work/ without overwriting anything there")
    checking = command("check", run_check, "run a copy of a notebook from the top and list its problems")
    checking.add_argument("notebook", type=Path)
    checking.add_argument("--json", action="store_true", help="print JSON")
    restoring = command("restore", run_restore, "reset one exercise to its released state")
    restoring.add_argument("notebook", type=Path)
    restoring.add_argument("exercise", help="the name of the exercise, or of a locked cell such as setup")
    updating = command("update", run_update, "move your answers to a corrected version of a lab")
    updating.add_argument("notebook", type=Path)
    updating.add_argument("new", type=Path, help="the newly released notebook")
    progressing = command("progress", run_progress, "show your progress in all labs of a folder")
    progressing.add_argument("folder", type=Path, nargs="?", default=Path())
    return made


def run_doctor(options: Namespace) -> int:
    from dllabs.doctor import main as examine

    return examine(as_json=options.json)


def run_start(options: Namespace) -> int:
    from dllabs.student.start import start

    print("\n".join(start(Path())))
    return 0


def run_check(options: Namespace) -> int:
    import json
    from dataclasses import asdict

    from dllabs.student.check import check
    from dllabs.student.progress import remember
    from dllabs.student.report import check_report

    with cell_counter() as on_cell:
        verdict = check(options.notebook, on_cell)
    remember(options.notebook, verdict)
    print(json.dumps(asdict(verdict) | {"passed": verdict.passed}) if options.json else check_report(verdict))
    return 0 if verdict.passed else 1


def run_restore(options: Namespace) -> int:
    from dllabs.student.restore import restore

    done = restore(options.notebook, options.exercise)
    print(f"As released again: {', '.join(done.cells)}.")
    if done.put_back:
        print(f"Deleted cells put back: {', '.join(done.put_back)}.")
    say_backup(options.notebook, done.backup)
    return 0


def run_update(options: Namespace) -> int:
    from dllabs.student.update import update

    done = update(options.notebook, options.new)
    if done.backup is None:
        print(f"{options.notebook} is version {done.after} already; nothing was changed.")
        return 0
    print(f"{options.notebook} is version {done.after} now, it was {done.before}. Run all its cells again.")
    for what, names in (
        ("Answers kept", done.kept),
        ("Look at these, their question has changed", done.changed_questions),
        ("No longer asked, kept as ordinary cells", done.no_longer_asked),
        ("Your own cells are now cell number", done.own_cells),
        ("Cells of the course that you had changed, in the backup only", done.only_in_backup),
    ):
        if names:
            print(f"{what}: {', '.join(map(str, names))}.")
    say_backup(options.notebook, done.backup)
    return 0


def say_backup(notebook: Path, backup: Path) -> None:
    """Print where the backup of a notebook is and how to return to it."""
    print(f"Backup of your notebook: {backup}. To undo the change, rename it to {notebook.name}.")
    print("If the notebook is open in JupyterLab, choose File → Reload Notebook from Disk.")


def run_progress(options: Namespace) -> int:
    from dllabs.student.progress import progress
    from dllabs.student.report import progress_report

    verdicts = progress(options.folder, on_lab=lambda path: print(f"checking {path} …", file=sys.stderr))
    print(progress_report(verdicts))
    return 0


@contextmanager
def cell_counter() -> Iterator[Callable[[int], None]]:
    """A function that shows which cell is running, in one line of the terminal that is erased at the end."""

    def show(text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r{text:40}\r", end="", file=sys.stderr, flush=True)

    yield lambda index: show(f"running cell {index + 1} …")
    show("")


if __name__ == "__main__":
    sys.exit(main())
