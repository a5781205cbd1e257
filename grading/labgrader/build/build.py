"""`labgrader build`: labs → source → release and solutions, all or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import track

from .. import notebook
from ..course import Course
from ..errors import LabgraderError
from ..run.execute import Execution
from ..run.pool import execute_all
from ..run.report import print_failures
from .drift import Drift, tree_drift
from .lab import Lab, Refusal, read_lab
from .manifest import MANIFEST, manifest_of, read_manifest, write_manifest
from .refusals.collect import release_refusals, source_refusals
from .refusals.solution import solution_refusals
from .release import generate_release
from .released import read_record
from .replace import replace_all
from .rubric import rubric_page
from .solutions import keepable

RUBRIC = "rubric.md"
KEPT = "old"  # where old folders wait until all new ones stand


def build(course: Course, selection: Iterable[str] = (), *, workers: int | None = None) -> list[str]:
    """Build labs into `source`, `release` and `solutions`; the names of the labs built.

    Everything is made in a temporary folder first, so that a build that fails changes nothing. A build of some labs
    touches only these and their entries in the manifest.
    """
    selection = list(selection)
    console = Console(stderr=True)
    labs = [read_lab(course, name) for name in course.lab_names(selection)]
    with temporary_folder(course) as fresh:
        build_source_and_release(course, labs, fresh, console)
        build_solutions(course, labs, fresh, workers, console)
        write_fresh_manifest(course, labs, fresh, subset=bool(selection))
        write_canonical_scripts(labs, fresh)
        replace_all(replacements(course, labs, fresh, subset=bool(selection)), kept=fresh / KEPT)
    return [lab.name for lab in labs]


def find_drift(course: Course, selection: Iterable[str] = ()) -> list[Drift]:
    """What a build would change, found without changing anything.

    The labs are not executed: their solutions are compared by text and structure, which the source tells.
    """
    selection = list(selection)
    labs = [read_lab(course, name) for name in course.lab_names(selection)]
    with temporary_folder(course) as fresh:
        build_source_and_release(course, labs, fresh, Console(stderr=True))
        for lab in labs:
            notebook.write(lab.source, fresh / "solutions" / lab.notebook_file)
            write_rubric(lab, fresh)
        write_fresh_manifest(course, labs, fresh, subset=bool(selection))
        drifted = [
            Drift(course.script(lab.name).relative_to(course.root).as_posix(), "is not in its canonical form")
            for lab in labs
            if lab.script != lab.canonical_script
        ]
        for new, old in generated(course, labs, fresh, subset=bool(selection)):
            drifted += tree_drift(new, old, course.root, solved=old.is_relative_to(course.solutions))
    return drifted


@contextmanager
def temporary_folder(course: Course) -> Iterator[Path]:
    """A folder on the course's own file system, so that what is built in it can be moved into place at once."""
    course.private.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="build-", dir=course.private))
    try:
        yield folder
    finally:
        # Still there only if moving old folders back failed: then they are all there is of them.
        if not (folder / KEPT).exists():
            shutil.rmtree(folder)


def build_source_and_release(course: Course, labs: list[Lab], fresh: Path, console: Console) -> None:
    """Write the source notebooks, generate the releases, and refuse what is wrong with either."""
    record = read_record(course)
    refuse(chain.from_iterable(map(source_refusals, labs)))
    found: list[Refusal] = []
    for lab in track(labs, "generating releases", console=console):
        notebook.write(lab.source, fresh / "source" / lab.notebook_file)
        generate_release(course, lab.name, fresh)
        found += release_refusals(lab, fresh / "release" / lab.name, record)
    refuse(found)


def build_solutions(course: Course, labs: list[Lab], fresh: Path, workers: int | None, console: Console) -> None:
    """Execute the labs and write their solutions and rubrics."""
    executions = execute_all({lab.name: lab.source for lab in labs}, None, workers, console)
    refuse_failures(executions, console)
    for lab in labs:
        path = fresh / "solutions" / lab.notebook_file
        notebook.write(keepable(executions[lab.name].notebook, course), path)
        write_rubric(lab, fresh)
    refuse_bad_solutions(labs, fresh / "solutions")


def write_rubric(lab: Lab, fresh: Path) -> None:
    page = rubric_page(lab)
    if page is not None:
        (fresh / "solutions" / lab.name / RUBRIC).write_text(page, encoding="utf-8")


def write_fresh_manifest(course: Course, labs: list[Lab], fresh: Path, *, subset: bool) -> None:
    others = read_manifest(course.release)["labs"] if subset else {}
    write_manifest(manifest_of(labs, others), fresh / "release")


def write_canonical_scripts(labs: list[Lab], fresh: Path) -> None:
    for lab in labs:
        path = fresh / "labs" / lab.notebook_file.with_suffix(".py")
        path.parent.mkdir(parents=True)
        path.write_text(lab.canonical_script, encoding="utf-8")


def generated(course: Course, labs: list[Lab], fresh: Path, *, subset: bool) -> list[tuple[Path, Path]]:
    """What a build generates, new and old: whole folders, or of a subset the folders of its labs."""
    folders = [course.source, course.release, course.solutions]
    if not subset:
        return [(fresh / folder.name, folder) for folder in folders]
    pairs = [(fresh / folder.name / lab.name, folder / lab.name) for folder in folders for lab in labs]
    return [*pairs, (fresh / "release" / MANIFEST, course.release / MANIFEST)]


def replacements(course: Course, labs: list[Lab], fresh: Path, *, subset: bool) -> list[tuple[Path, Path]]:
    """What a build moves into place: all it generates, and the scripts it puts in canonical form."""
    scripts = [
        (fresh / "labs" / lab.notebook_file.with_suffix(".py"), course.script(lab.name))
        for lab in labs
        if lab.script != lab.canonical_script
    ]
    return [*generated(course, labs, fresh, subset=subset), *scripts]


def refuse(refusals: Iterable[Refusal]) -> None:
    """Stop the build with all reasons against it."""
    reasons = [f"  {refusal}" for refusal in refusals]
    if reasons:
        raise LabgraderError("\n".join(["Nothing was built, because", *reasons]))


def refuse_failures(executions: dict[str, Execution], console: Console) -> None:
    """Stop the build when a lab does not run."""
    failed = {lab: execution.failure for lab, execution in executions.items() if execution.failure}
    if failed:
        print_failures(executions, console)
        where = ", ".join(f"{lab} ({failure.cell})" for lab, failure in failed.items())
        raise LabgraderError(f"Nothing was built, because cells fail in {where}; correct them.")


def refuse_bad_solutions(labs: list[Lab], solutions: Path) -> None:
    """Stop when a solved lab is not fit to be committed."""
    paths = [(lab, solutions / lab.notebook_file) for lab in labs]
    refuse(chain.from_iterable(solution_refusals(lab, path) for lab, path in paths if path.is_file()))
