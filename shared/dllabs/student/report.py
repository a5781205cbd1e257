"""The results of `check` and `progress` as plain-text tables."""

from __future__ import annotations

from collections.abc import Sequence

from dllabs.student import answers
from dllabs.student.check import ExerciseResult, Verdict

HIDDEN = "Hidden checks on other numbers count too when the lab is graded."


def check_report(verdict: Verdict) -> str:
    """The table of exercises, followed by the findings."""
    lab = f"{verdict.lab} {verdict.version or ''}".strip()
    rows = [("exercise", "answer", "visible checks", "visible points")]
    rows += [(one.name, one.answer, checks_cell(one), points_cell(one)) for one in verdict.exercises]
    lines = [
        f"{verdict.notebook} · {lab} · run from the top in {verdict.seconds:.0f} s, with the released parameters",
        "",
        *table(rows),
        "",
        totals(verdict),
        HIDDEN,
        "",
    ]
    if verdict.passed:
        return "\n".join([*lines, "✓ Everything that can be seen here passes."])
    lines.append(f"✗ {len(verdict.findings)} to look at:")
    for finding in verdict.findings:
        first, *rest = f"{finding.where}: {finding.what}".splitlines()
        lines += [f"  {first}", *(f"      {line}" for line in rest)]
    return "\n".join(lines)


def checks_cell(one: ExerciseResult) -> str:
    """The table cell with the number of visible checks passed."""
    if one.by_person:
        return "graded by a person"
    if one.checks is None:
        return "–"
    passed, total = one.checks
    return f"{passed} of {total}"


def points_cell(one: ExerciseResult) -> str:
    """The table cell with the points earned."""
    if one.by_person:
        return f"({one.points:g})"
    return f"{one.earned:g} of {one.points:g}" + (" bonus" if one.bonus else "")


def totals(verdict: Verdict) -> str:
    """A sentence with the points for visible checks and the points that a person gives."""
    seen = [one for one in verdict.exercises if not one.by_person]
    basic, bonus = ([one for one in seen if one.bonus is kind] for kind in (False, True))
    text = f"Visible checks: {total(basic)} points"
    if bonus:
        text += f", bonus {total(bonus)}"
    by_person = sum(one.points for one in verdict.exercises if one.by_person)
    return text + (f"; {by_person:g} more are graded by a person." if by_person else ".")


def total(exercises: Sequence[ExerciseResult]) -> str:
    """The points earned and possible in some exercises, as text."""
    return f"{sum(one.earned for one in exercises):g} of {sum(one.points for one in exercises):g}"


def progress_report(verdicts: list[Verdict]) -> str:
    """The table of labs, one row for each."""
    rows = [("lab", "answered", "passing", "visible points", "by a person", "to look at")]
    for verdict in verdicts:
        exercises = verdict.exercises
        answered = sum(one.answer == answers.WRITTEN for one in exercises)
        seen = [one for one in exercises if not one.by_person]
        passing = sum(one.earned == one.points for one in seen)
        by_person = sum(one.points for one in exercises if one.by_person)
        basic = [one for one in seen if not one.bonus]
        found = len(verdict.findings) or "–"
        rows.append(
            (
                verdict.lab,
                f"{answered} of {len(exercises)}",
                f"{passing} of {len(seen)}",
                total(basic),
                f"{by_person:g}",
                str(found),
            )
        )
    return "\n".join([*table(rows), "", HIDDEN])


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table with aligned columns and a rule under the first row."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]]
