"""The verdict of a check, and the progress over a course, as plain tables."""

from dllabs.student import answers
from dllabs.student.check import Verdict

HIDDEN = "Hidden checks on other numbers count too when the lab is graded."


def check_report(verdict: Verdict) -> str:
    """The table of exercises, what to look at, and the verdict in one sentence."""
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


def checks_cell(one) -> str:
    if one.by_person:
        return "graded by a person"
    if one.checks is None:
        return "–"
    passed, total = one.checks
    return f"{passed} of {total}"


def points_cell(one) -> str:
    if one.by_person:
        return f"({one.points:g})"
    return f"{one.earned:g} of {one.points:g}" + (" bonus" if one.bonus else "")


def totals(verdict: Verdict) -> str:
    """The points that visible checks give, and who gives the others."""
    seen = [one for one in verdict.exercises if not one.by_person]
    basic, bonus = ([one for one in seen if one.bonus is kind] for kind in (False, True))
    text = f"Visible checks: {total(basic)} points"
    if bonus:
        text += f", bonus {total(bonus)}"
    by_person = sum(one.points for one in verdict.exercises if one.by_person)
    return text + (f"; {by_person:g} more are graded by a person." if by_person else ".")


def total(exercises) -> str:
    return f"{sum(one.earned for one in exercises):g} of {sum(one.points for one in exercises):g}"


def progress_report(verdicts: list[Verdict]) -> str:
    """One row a lab."""
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


def table(rows) -> list[str]:
    """Columns of equal width, with a line under the first row."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]]
