"""`python -m dllabs COMMAND`: exit status 0 all well, 1 something to look at, 2 wrong usage."""

import argparse
import sys
from contextlib import contextmanager
from pathlib import Path


def main(arguments=None) -> int:
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Windows console may know neither ✓ nor ✗
    from dllabs.student.errors import UsageError

    try:
        return options.run(options)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def parser():
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m dllabs", description="Deep Learning Labs, on a student's machine.")
    commands = made.add_subparsers(dest="command", required=True)

    def command(name, run, text):
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    doctor = command("doctor", run_doctor, "what the labs need, and what this machine has")
    doctor.add_argument("--json", action="store_true", help="for a program to read")
    command("start", run_start, "copy the released labs to work/, leaving alone what is there")
    checking = command("check", run_check, "run a notebook from the top and say what is to be looked at")
    checking.add_argument("notebook", type=Path)
    checking.add_argument("--json", action="store_true", help="for a program to read")
    restoring = command("restore", run_restore, "give one exercise its released state again")
    restoring.add_argument("notebook", type=Path)
    restoring.add_argument("exercise", help="its name in the lab, or that of a locked cell such as setup")
    updating = command("update", run_update, "take a corrected version of a lab and keep the answers")
    updating.add_argument("notebook", type=Path)
    updating.add_argument("new", type=Path, help="the newly released notebook")
    progressing = command("progress", run_progress, "how far all labs in a folder are")
    progressing.add_argument("folder", type=Path, nargs="?", default=Path())
    return made


def run_doctor(options) -> int:
    from dllabs.doctor import main as examine

    return examine(as_json=options.json)


def run_start(options) -> int:
    from dllabs.student.start import start

    print("\n".join(start(Path())))
    return 0


def run_check(options) -> int:
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


def run_restore(options) -> int:
    from dllabs.student.restore import restore

    done = restore(options.notebook, options.exercise)
    print(f"As released again: {', '.join(done.cells)}.")
    if done.put_back:
        print(f"Deleted before, put back: {', '.join(done.put_back)}.")
    say_backup(options.notebook, done.backup)
    return 0


def run_update(options) -> int:
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


def say_backup(notebook, backup):
    print(f"Your notebook as it was: {backup}. To go back, rename it to {notebook.name}.")
    print("If the notebook is open in JupyterLab, choose File → Reload Notebook from Disk.")


def run_progress(options) -> int:
    from dllabs.student.progress import progress
    from dllabs.student.report import progress_report

    verdicts = progress(options.folder, on_lab=lambda path: print(f"checking {path} …", file=sys.stderr))
    print(progress_report(verdicts))
    return 0


@contextmanager
def cell_counter():
    """A function that shows which cell is running, in one line of the terminal that is wiped at the end."""
    show = lambda text: print(f"\r{text:40}\r", end="", file=sys.stderr, flush=True) if sys.stderr.isatty() else None
    yield lambda index: show(f"running cell {index + 1} …")
    show("")


if __name__ == "__main__":
    sys.exit(main())
