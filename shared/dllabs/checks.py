"""Checks with partial credit and an explanation of every failure: what a test cell consists of.

    check = dllabs.Check(gd_step, points=2)
    with check("one step downhill"):
        check.expect(lambda: gd_step(1.0, 0.5, lr=0.1), 0.95, mistakes={"that step goes uphill": 1.05})
    check.score()

Every `with` block is one check: it passes or fails as a whole, and an error in it is reported and fails that check
only. `score()` prints the report, publishes it for programs as a `CheckRecord` under the mime type `RECORD_MIME`, and
returns the points as a Python float, which is the only output that nbgrader reads as partial credit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, permutations
from typing import Any, NotRequired, SupportsFloat, TypedDict

import numpy as np

from dllabs.compare import Expected, explain_mismatch, shown
from dllabs.learner_errors import explain_error
from dllabs.quiet import stderr_kept_out
from dllabs.runtime import reseed

RECORD_MIME = "application/vnd.dllabs.checks+json"

# A form check (that inputs are not modified) counts half a check, and earns nothing on its own.
FORM_WEIGHT = 0.5

# Longer tuples have too many permutations to try.
MOST_REORDERED = 4


class CheckFailed(Exception):
    """The learner's work fails this check; the message says what to do next."""


class BrokenCheck(Exception):
    """The check itself is wrong: it must be fixed before anything is graded with it."""


class Margin(TypedDict):
    """By how much a measured number met a threshold; negative if it did not."""

    measured: float
    threshold: float
    margin: float


class CheckEntry(TypedDict):
    """One check in a `CheckRecord`; the fields are those of `CheckResult`."""

    name: str
    passed: bool
    form: bool
    mistake: str | None
    lines: list[str]
    margins: NotRequired[list[Margin]]


class CheckRecord(TypedDict):
    """What `Check.score` publishes for programs."""

    title: str
    points: float
    earned: float
    checks: list[CheckEntry]


@dataclass
class CheckResult:
    """One named check: whether it passed, and what the learner reads about it.

    weight: its share of the points, relative to the others. form: whether it is a form check (see `FORM_WEIGHT`).
    mistake: the usual mistake that gives the learner's result. lines: explanations and notes.
    """

    name: str
    weight: float
    form: bool = False
    passed: bool = False
    mistake: str | None = None
    lines: list[str] = field(default_factory=list)
    margins: list[Margin] = field(default_factory=list)

    def report(self) -> list[str]:
        """The lines of the report for the learner."""
        headline = f"{'✓' if self.passed else '✗'} {self.name}"
        if self.mistake:
            headline += f" — looks like: {self.mistake}"
        return [headline, *(f"    {line}" for line in self.lines)]

    def entry(self) -> CheckEntry:
        """The entry of the record for programs."""
        entry: CheckEntry = {
            "name": self.name,
            "passed": self.passed,
            "form": self.form,
            "mistake": self.mistake,
            "lines": self.lines,
        }
        if self.margins:
            entry["margins"] = self.margins
        return entry


class Check:
    """The checks of one exercise.

    *subjects: the learner's functions or classes (or the name of an answer such as "quiz"), from which the report
    takes its title. points: what the exercise is worth, the same number as in the cell's nbgrader metadata.

    Creating one resets every seed (see `dllabs.runtime.reseed`).
    """

    def __init__(self, *subjects: Callable[..., object] | str, points: float) -> None:
        self.subjects = subjects
        self.points = float(points)
        self.results: list[CheckResult] = []
        self._current: CheckResult | None = None
        reseed()

    @property
    def title(self) -> str:
        """The names of the subjects."""
        return ", ".join(getattr(subject, "__name__", str(subject)) for subject in self.subjects)

    @contextmanager
    def __call__(self, name: str, *, weight: float = 1.0) -> Iterator[Check]:
        """One named check, as a context manager.

        weight: its share of the points, relative to the others. A reminder (weight 0, "every question is answered")
        counts only if all checks are reminders, as in a release whose points come from hidden checks.
        """
        current = self._current = CheckResult(name, weight)
        try:
            with stderr_kept_out():
                yield self
        except BrokenCheck:
            raise
        except CheckFailed as failure:
            current.lines.insert(0, str(failure))
        except (Exception, SystemExit) as error:
            current.lines.insert(0, explain_error(error, self.subjects))
        else:
            current.passed = True
        finally:
            self.results.append(current)
            self._current = None

    @property
    def _open(self) -> CheckResult:
        """The check of the enclosing `with` block."""
        if self._current is None:
            raise BrokenCheck("a check was used outside its block: call it inside `with check(...):`")
        return self._current

    def expect(
        self,
        got: object | Callable[[], object],
        want: Expected,
        *,
        rtol: float | None = None,
        atol: float = 0.0,
        names: Sequence[str] = (),
        mistakes: Mapping[str, Expected] | None = None,
    ) -> None:
        """Require `got` to equal `want` in type, then shape, then value.

        got: a value, or a function without arguments that computes it.
        want: number, array (or list of numbers), string, None, bool, or a tuple or list of these (any sequence of that
            length is accepted).
        rtol: relative tolerance of float64 results, 1e-7 by default; whole numbers must be equal by default, and
            bfloat16, float16 and float32 results have at least 5e-2, 2e-2 and 1e-4.
        atol: absolute tolerance, for results that should be zero.
        names: the names of the parts if `want` is a tuple, for the message.
        mistakes: usual wrong answers, as {what it looks like: the value it gives}.

        Raises CheckFailed, which the `with` block reports, if they differ; BrokenCheck if a listed mistake gives the
        right answer.
        """
        mistakes = mistakes or {}
        for looks_like, wrong in mistakes.items():
            if explain_mismatch(wrong, want, rtol=rtol, atol=atol) is None:
                raise BrokenCheck(f"the mistake {looks_like!r} gives the right answer here: choose other data")
        result = got() if callable(got) else got
        mismatch = explain_mismatch(result, want, rtol=rtol, atol=atol, names=names)
        if mismatch is None:
            return
        self._open.mistake = _recognise(result, mistakes, rtol, atol) or _in_wrong_order(
            result, want, names, rtol, atol
        )
        raise CheckFailed(mismatch)

    def holds(self, condition: object, otherwise: str) -> None:
        """Require `condition` to be true; `otherwise` tells the learner what is wrong and what to do."""
        if not condition:
            raise CheckFailed(otherwise)

    def at_least(self, got: SupportsFloat | Callable[[], SupportsFloat], threshold: float, otherwise: str) -> None:
        """Require a measured number to be at least `threshold`, and record the margin.

        got: a number, or a function without arguments that measures it (on a trained model, say).
        otherwise: tells the learner what is wrong and what to do; both numbers are appended.
        `labgrader verify` prints the smallest margin over seeds and right answers.
        """
        self._hold_threshold(got, threshold, 1, otherwise)

    def at_most(self, got: SupportsFloat | Callable[[], SupportsFloat], threshold: float, otherwise: str) -> None:
        """Require a measured number to be at most `threshold`; the arguments are those of `at_least`."""
        self._hold_threshold(got, threshold, -1, otherwise)

    def unchanged(self, function: Callable[..., object], *arguments: Any, **keywords: Any) -> None:
        """Require that a call does not modify its array arguments (a form check)."""
        current = self._open
        current.form, current.weight = True, FORM_WEIGHT
        given = [*enumerate(arguments, start=1), *keywords.items()]
        arrays = [(name, value, value.copy()) for name, value in given if isinstance(value, np.ndarray)]
        function(*arguments, **keywords)
        for name, value, before in arrays:
            if value.tobytes() != before.tobytes():
                raise CheckFailed(
                    f"argument {name} was changed in place: build a new array (write a = a - b, not a -= b)"
                )

    def raises(
        self,
        kind: type[BaseException] | tuple[type[BaseException], ...],
        call: Callable[[], object],
        otherwise: str,
    ) -> None:
        """Require that `call()` raises `kind`; `otherwise` tells the learner what is wrong and what to do."""
        try:
            call()
        except kind:
            return
        raise CheckFailed(otherwise)

    def note(self, text: str) -> None:
        """Add a line that is shown whether or not the check passes."""
        self._open.lines.append(text)

    def _hold_threshold(
        self, got: SupportsFloat | Callable[[], SupportsFloat], threshold: float, sign: int, otherwise: str
    ) -> None:
        measured = float(got() if callable(got) else got)
        margin = sign * (measured - threshold)
        if np.isfinite(margin):
            self._open.margins.append({"measured": measured, "threshold": float(threshold), "margin": margin})
        if not margin >= 0:  # also for NaN
            wanted = "at least" if sign > 0 else "at most"
            raise CheckFailed(f"{otherwise} (measured {shown(measured)}, required {wanted} {shown(threshold)})")

    def score(self) -> float:
        """Print and publish the report; returns the points earned, from 0 to `points`, rounded to two decimals."""
        earned = self._earned()
        _publish("\n".join(self._report(earned)), self._record(earned))
        return earned

    def _earned(self) -> float:
        counting = [result for result in self.results if result.weight] or self.results
        if not any(result.passed and not result.form for result in counting):
            return 0.0
        shares = np.array([result.weight or 1.0 for result in counting])
        passed = np.array([result.passed for result in counting])
        return min(self.points, float(round(self.points * (shares @ passed) / shares.sum(), 2)))

    def _report(self, earned: float) -> Iterator[str]:
        passed = sum(result.passed for result in self.results)
        only_reminders = self.results and not any(result.weight for result in self.results)
        points = f"{self.points:g} points after grading" if only_reminders else f"{earned:g} of {self.points:g} points"
        yield f"{self.title} · {passed} of {len(self.results)} checks passed · {points}"
        for result in self.results:
            yield from result.report()

    def _record(self, earned: float) -> CheckRecord:
        return {
            "title": self.title,
            "points": self.points,
            "earned": earned,
            "checks": [result.entry() for result in self.results],
        }


def _recognise(result: object, mistakes: Mapping[str, Expected], rtol: float | None, atol: float) -> str | None:
    """The first listed mistake that gives this result, None if none does."""
    for looks_like, wrong in mistakes.items():
        if explain_mismatch(result, wrong, rtol=rtol, atol=atol) is None:
            return looks_like
    return None


def _in_wrong_order(
    result: object, want: Expected, names: Sequence[str], rtol: float | None, atol: float
) -> str | None:
    """The message for the right values in another order, None if they are not."""
    if not isinstance(want, tuple) or len(want) > MOST_REORDERED:
        return None
    for order in islice(permutations(want), 1, None):
        if explain_mismatch(result, order, rtol=rtol, atol=atol) is None:
            return "the right values in the wrong order: return " + (", ".join(names) or "them as the docstring says")
    return None


def _publish(text: str, record: CheckRecord) -> None:
    """Show the report; in IPython, the same output also carries the record."""
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        get_ipython = lambda: None
    if get_ipython() is None:
        print(text)
    else:
        display({"text/plain": text, RECORD_MIME: record}, raw=True)
