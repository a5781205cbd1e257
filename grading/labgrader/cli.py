"""The `labgrader` command: one thin function per subcommand."""

from __future__ import annotations

import dataclasses
import functools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ParamSpec

import typer
from rich.console import Console

from .course import Course
from .errors import LabgraderError
from .lms.system import Lms

Parameters = ParamSpec("Parameters")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Builds, executes and grades an nbgrader course.",
)

Student = Annotated[str | None, typer.Option(metavar="ID", help="Only this student's submissions.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Workers = Annotated[int | None, typer.Option(min=1, metavar="N", help="Labs at once; by default one per core.")]
Labs = Annotated[list[str] | None, typer.Argument(metavar="[LAB…]", help="Folders in labs/; all when none is named.")]


@app.callback()
def main(
    context: typer.Context,
    course: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The course folder; by default the enclosing one.")
    ] = None,
) -> None:
    """Builds, executes and grades an nbgrader course."""
    context.obj = course


def reports_errors(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Make a command print a LabgraderError as one sentence and exit with status 1."""

    @functools.wraps(command)
    def wrapped(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except LabgraderError as error:
            print(error, file=sys.stderr)
            raise typer.Exit(1) from None

    return wrapped


def course_of(context: typer.Context) -> Course:
    """The course that --course names, else the one that contains the working directory."""
    return Course(context.obj) if context.obj else Course.find()


@app.command()
@reports_errors
def build(
    context: typer.Context,
    labs: Labs = None,
    check: Annotated[bool, typer.Option("--check", help="Only report what a build would change.")] = False,
    workers: Workers = None,
) -> None:
    """Build labs: scripts → source → release and solutions; exit status 1 if one is refused or has drifted."""
    from .build.build import build, find_drift

    course = course_of(context)
    if not check:
        for name in build(course, labs or (), workers=workers):
            print(name)
        return
    drifted = find_drift(course, labs or ())
    for drift in drifted:
        print(drift)
    if drifted:
        raise LabgraderError(f"{len(drifted)} files are not what the labs generate: run `labgrader build`.")


@app.command()
@reports_errors
def run(
    context: typer.Context,
    labs: Labs = None,
    profile: Annotated[str | None, typer.Option(metavar="quick|full", help="Sets the parameter PROFILE.")] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="Sets a parameter.")
    ] = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Execute solutions and print seconds per lab and the slowest cells; exit status 1 if a cell fails."""
    from .run.parameters import parse_assignment
    from .run.report import as_dict, print_failures, print_report
    from .run.run import run

    try:
        parameters = dict(map(parse_assignment, parameter or ()))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="-p") from None
    if profile is not None:
        parameters["PROFILE"] = profile
    executions = run(course_of(context), labs or (), parameters=parameters, workers=workers)
    if as_json:
        print(json.dumps(as_dict(executions), indent=1))
    else:
        print_report(executions, Console())
    print_failures(executions, Console(stderr=True))
    failed = [lab for lab, execution in executions.items() if execution.failure]
    if failed:
        raise LabgraderError(f"A cell fails in {', '.join(failed)}: see the traceback above.")


@app.command()
@reports_errors
def grade(
    context: typer.Context,
    labs: Labs = None,
    student: Student = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Submissions at once; by default one per core.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Execute on this Dask cluster instead, tcp://host:port.")
    ] = None,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Execute submissions as ordinary programs: only ones you have read.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Grade again what is graded and unchanged.")] = False,
    as_json: AsJson = False,
) -> None:
    """Grade submissions into nbgrader's gradebook; exit status 1 if one has no mark or the grader broke."""
    from .engine.executors import open_workers
    from .engine.submissions import find_submissions
    from .grade import grade, report
    from .nbgrader_session import NbgraderSession
    from .sandbox import require_sandbox

    if workers and scheduler:
        raise typer.BadParameter("a cluster has workers of its own", param_hint="--workers")
    if not no_sandbox and not scheduler:
        require_sandbox()
    course = course_of(context)
    found = find_submissions(course, labs or (), student)
    session = NbgraderSession(course)
    opening = functools.partial(
        open_workers,
        session,
        {submission.lab for submission in found},
        sandboxed=not no_sandbox,
        count=workers,
        scheduler=scheduler,
    )
    with report.progress("Grading", len(found)) as done:
        grading = grade.grade(session, found, opening, force=force, on_outcome=done)
    if as_json:
        print(json.dumps([dataclasses.asdict(outcome) for outcome in grading.outcomes], indent=1))
    else:
        Console().print(*report.tables(grading.outcomes), sep="\n")
    if grading.was_interrupted:
        print(report.interruption(grading, len(found)), file=sys.stderr)
        raise typer.Exit(130)
    if problems := report.problems(grading.outcomes, course):
        raise LabgraderError(problems)


@app.command()
@reports_errors
def feedback(context: typer.Context, labs: Labs = None, student: Student = None) -> None:
    """Write feedback pages for students from graded submissions, without hidden tests."""
    from .engine.submissions import find_submissions
    from .grade import feedback, report
    from .nbgrader_session import NbgraderSession

    course = course_of(context)
    found = find_submissions(course, labs or (), student)
    session = NbgraderSession(course)
    with report.progress("Writing feedback on", len(found)) as done:
        pages = feedback.write_feedback(session, found, on_page=done)
    for page in pages:
        for file in page.files:
            print(file.relative_to(course.root))
    problems = [f"{page.student} {page.lab} ({page.problem})" for page in pages if page.problem]
    if problems:
        raise LabgraderError(f"No feedback page could be written for {', '.join(problems)}.")


@app.command()
@reports_errors
def export(
    context: typer.Context,
    labs: Labs = None,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="The CSV file; standard output by default.")] = None,
    exercises: Annotated[bool, typer.Option("--exercises", help="A column for each exercise too.")] = False,
    lms: Annotated[Lms | None, typer.Option("--for", help="With the columns that this system imports.")] = None,
) -> None:
    """Export marks as CSV, one row a student, for people or for a learning management system."""
    from .grade import export
    from .nbgrader_session import NbgraderSession

    if exercises and lms:
        raise typer.BadParameter(f"{lms.title()} imports one mark a lab", param_hint="--exercises")
    text, ungraded = export.export_csv(NbgraderSession(course_of(context)), labs or (), exercises=exercises, lms=lms)
    if to is None:
        print(text, end="")
    else:
        to.write_text(text, encoding="utf-8", newline="")
    if ungraded:
        names = ", ".join(f"{submission.student} {submission.lab}" for submission in ungraded)
        print(f"Without a mark, because not graded: {names}.", file=sys.stderr)


@app.command()
@reports_errors
def publish(
    context: typer.Context,
    labs: Labs = None,
    to: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder of the zip; dist/ by default.")] = None,
) -> None:
    """Pack what students get into one zip, and record the labs' versions; exit status 1 if something leaks."""
    from .build.released import RECORD
    from .publish.bundle import publish

    course = course_of(context)
    path, bundle, added = publish(course, labs or (), to or course.root / "dist")
    print(path)
    print(f"{len(bundle.labs)} labs, {len(bundle.files)} files, {path.stat().st_size / 2**20:.1f} MiB", file=sys.stderr)
    if added:
        names = ", ".join(f"{edition.lab} {edition.version}" for edition in added)
        print(f"{RECORD} has changed, commit it: {names} added.", file=sys.stderr)


@app.command()
@reports_errors
def collect(
    context: typer.Context,
    archive: Annotated[Path, typer.Argument(metavar="ZIP", help="The download with everybody's submissions.")],
    lab: Annotated[str, typer.Argument(metavar="LAB")],
    lms: Annotated[Lms, typer.Option("--from", help="The system it was downloaded from.")],
) -> None:
    """Put submissions from a learning management system into submitted/; exit status 1 if one could not be placed."""
    from .lms import report
    from .lms.collect import collect
    from .nbgrader_session import NbgraderSession

    collected = collect(NbgraderSession(course_of(context)), archive, lab, lms)
    report.print_collected(collected, lms, Console())
    if lost := [one for one in collected.leftovers if not one.harmless]:
        raise LabgraderError(f"{len(lost)} of the files above have no place: put them into submitted/ by hand.")


@app.command()
@reports_errors
def roster(
    context: typer.Context,
    participants: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with a heading.")],
) -> None:
    """Import the class list, your own or one exported by Moodle or Canvas, into the gradebook."""
    from .lms import report
    from .lms.roster import import_roster
    from .nbgrader_session import NbgraderSession

    report.print_import(import_roster(NbgraderSession(course_of(context)), participants))


@app.command()
@reports_errors
def deadline(
    context: typer.Context,
    lab: Annotated[str, typer.Argument(metavar="LAB")],
    when: Annotated[
        str | None, typer.Argument(metavar="[TIME]", help='"2026-12-01 23:59", with a zone if you like; or never.')
    ] = None,
) -> None:
    """Set or show a lab's deadline; the late penalty is set in nbgrader_config.py."""
    from .grade import deadlines
    from .nbgrader_session import NbgraderSession

    course = course_of(context)
    (lab,) = course.gradable_labs([lab])
    session = NbgraderSession(course)
    due = deadlines.deadline_of(session, lab) if when is None else deadlines.set_deadline(session, lab, when)
    zone = deadlines.course_zone(session)
    print(f"{lab} is due {deadlines.in_words(due, zone)}." if due else f"{lab} has no deadline.")


@app.command()
@reports_errors
def new(
    context: typer.Context,
    lab: Annotated[str, typer.Argument(metavar="LAB", help="Two digits and a name, like 10_transformers.")],
    title: Annotated[str, typer.Argument(metavar="TITLE")],
) -> None:
    """Start a lab from the course's template: it builds, runs and verifies at once."""
    from .new import new_lab

    course = course_of(context)
    for path in new_lab(course, lab, title):
        print(path.relative_to(course.root))
    print(
        f"Complete as it is: try `labgrader build {lab}` and `labgrader verify {lab}`, then replace it with your lab."
    )


@app.command()
@reports_errors
def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    """Check the prerequisites for grading; exit status 1 with a sentence on how to fix each problem."""
    from .doctor import examine, table_of

    findings = list(examine(course_of(context)))
    if as_json:
        print(json.dumps([dataclasses.asdict(finding) for finding in findings], indent=1))
    else:
        Console().print(table_of(findings))
    if advice := [finding.advice for finding in findings if not finding.ok]:
        raise LabgraderError("\n".join(advice))


@app.command()
@reports_errors
def verify(
    context: typer.Context,
    labs: Labs = None,
    seeds: Annotated[
        int, typer.Option(min=1, metavar="N", help="Values of SEED: right answers try all, wrong ones take turns.")
    ] = 1,
    mutants: Annotated[bool, typer.Option("--mutants", help="Try mutants of the solutions too.")] = False,
    bank: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The answer bank; tests/answers of the course by default.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Exercises at once; by default one per core.")
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the table as HTML too.")] = None,
    as_json: AsJson = False,
) -> None:
    """Try right and wrong answers on the graders; exit status 1 if one is judged wrongly or one is missing."""
    from .verify import report
    from .verify.html import html_table
    from .verify.verify import verify

    with report.progress() as on_progress:
        findings = verify(
            course_of(context),
            labs or (),
            bank=bank,
            seeds=seeds,
            mutants=mutants,
            workers=workers,
            on_progress=on_progress,
        )
    if html:
        html.write_text(html_table(findings), encoding="utf-8")
    if as_json:
        print(json.dumps([one.as_dict() for one in findings], indent=1))
    else:
        Console().print(*report.tables(findings), sep="\n")
    report.print_gaps(findings, Console(stderr=True))
    if gaps := sum(len(one.gaps) for one in findings):
        raise LabgraderError(f"{gaps} gaps between the graders and the answer bank: see above.")


@app.command()
@reports_errors
def install_kernel(
    modules: Annotated[
        list[str] | None, typer.Argument(metavar="[MODULE…]", help="Modules that kernels import in advance.")
    ] = None,
    environment: Annotated[
        list[str] | None, typer.Option("--env", metavar="NAME=VALUE", help="An environment variable of the kernels.")
    ] = None,
) -> None:
    """Make this environment's kernel python3 start quickly on Linux, with modules already imported."""
    from .kernels import kernelspec

    variables = dict(assignment.partition("=")[::2] for assignment in environment or ())
    if not all(name.isidentifier() for name in variables):
        raise typer.BadParameter("a variable is given as NAME=VALUE", param_hint="--env")
    print(kernelspec.install(modules or (), variables))
