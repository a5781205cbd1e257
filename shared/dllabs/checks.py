"""Checks with partial credit *and* reasons: what a test cell is made of.

    check = dllabs.Check(gd_step, points=2)
    with check("one step downhill"):
        check.expect(lambda: gd_step(1.0, 0.5, lr=0.1), 0.95, mistakes={"that step goes uphill": 1.05})
    check.score()

Every `with` block is one check: it passes or fails as a whole, an error in it is reported and costs that check only.
`score()` prints the report, publishes it for programs under the mime type `RECORD_MIME`, and returns the points as
a Python float, which is the only output nbgrader reads as partial credit.
"""

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, permutations
from typing import Any

import numpy as np

from dllabs.compare import explain_mismatch, shown
from dllabs.learner_errors import explain_error
from dllabs.quiet import stderr_kept_out
from dllabs.runtime import reseed

RECORD_MIME = "application/vnd.dllabs.checks+json"

# A form check (inputs left alone) weighs half a check, and earns nothing on its own.
FORM_WEIGHT = 0.5


# Longer tuples have too many orders to try.
MOST_REORDERED = 4


class CheckFailed(Exception):
    """The learner's work did not do what this check asks; the message says what to do next."""


class BrokenCheck(Exception):
    """The check itself is wrong, so nobody may lose or earn a point by it."""


@dataclass
class CheckResult:
    """One named check: whether it passed, and what the learner reads if it did not."""

    name: str
    weight: float
    form: bool = False
    passed: bool = False
    mistake: str | None = None
    lines: list[str] = field(default_factory=list)
    margins: list[dict] = field(default_factory=list)

    def report(self):
        headline = f"{'✓' if self.passed else '✗'} {self.name}"
        if self.mistake:
            headline += f" — looks like: {self.mistake}"
        return [headline, *(f"    {line}" for line in self.lines)]


class Check:
    """The checks of one exercise.

    *subjects: the learner's functions or classes (or the name of an answer such as "quiz"); they give the report its
    title. points: what the exercise is worth, the same number as in the cell's nbgrader metadata.
    """

    def __init__(self, *subjects, points):
        self.subjects = subjects
        self.points = float(points)
        self.results: list[CheckResult] = []
        self._current: CheckResult | None = None
        reseed()

    @property
    def title(self):
        return ", ".join(getattr(subject, "__name__", str(subject)) for subject in self.subjects)

    @contextmanager
    def __call__(self, name, *, weight=1.0):
        """One named check.

        weight: its share of the points, relative to the others. A reminder (weight 0, "every question is answered")
        counts only where it stands alone, as it does in a release whose hidden checks do the marking.
        """
        self._current = CheckResult(name, weight)
        try:
            with stderr_kept_out():
                yield self
        except BrokenCheck:
            raise
        except CheckFailed as failure:
            self._current.lines.insert(0, str(failure))
        except (Exception, SystemExit) as error:
            self._current.lines.insert(0, explain_error(error, self.subjects))
        else:
            self._current.passed = True
        finally:
            self.results.append(self._current)
            self._current = None

    def expect(
        self,
        got: Any | Callable[[], Any],
        want: Any,
        *,
        rtol: float | None = None,
        atol: float = 0.0,
        names: tuple[str, ...] = (),
        mistakes: Mapping[str, Any] | None = None,
    ):
        """Require `got` to equal `want` in type, then shape, then value.

        got: a value, or a function without arguments that computes it.
        want: number, array (or list of numbers), string, None, bool, or a tuple/list of them (any sequence of that
            length is accepted).
        rtol: relative tolerance for float64 results (default 1e-7); float32 and float16 results get a wider one.
        atol: absolute tolerance, for results that should vanish.
        names: names of the parts when `want` is a tuple, for the message.
        mistakes: usual wrong answers, {what it looks like: the value that mistake gives}.

        Raises BrokenCheck when a listed mistake cannot be told from the right answer.
        """
        mistakes = mistakes or {}
        for looks_like, wrong in mistakes.items():
            if explain_mismatch(wrong, want, rtol=rtol, atol=atol) is None:
                raise BrokenCheck(f"the mistake {looks_like!r} gives the right answer here: choose other data")
        result = got() if callable(got) else got
        mismatch = explain_mismatch(result, want, rtol=rtol, atol=atol, names=names)
        if mismatch is None:
            return
        self._current.mistake = _recognise(result, mistakes, rtol, atol) or _in_wrong_order(
            result, want, names, rtol, atol
        )
        raise CheckFailed(mismatch)

    def holds(self, condition, otherwise):
        """Require `condition`; `otherwise` tells the learner what is wrong and what to do."""
        if not condition:
            raise CheckFailed(otherwise)

    def at_least(self, got, threshold, otherwise):
        """Require a measured number to reach a threshold, and record by how much it does.

        got: a number, or a function without arguments that measures it (on a trained model, say).
        otherwise: tells the learner what is wrong and what to do; both numbers are added.
        `labgrader verify` prints the smallest margin over seeds and right answers.
        """
        self._hold_threshold(got, threshold, 1, otherwise)

    def at_most(self, got, threshold, otherwise):
        """Require a measured number not to exceed a threshold; otherwise like `at_least`."""
        self._hold_threshold(got, threshold, -1, otherwise)

    def unchanged(self, function, *arguments, **keywords):
        """Require that a call leaves its array arguments as they were (a form check)."""
        self._current.form, self._current.weight = True, FORM_WEIGHT
        given = dict(enumerate(arguments, start=1)) | keywords
        before = {name: value.copy() for name, value in given.items() if isinstance(value, np.ndarray)}
        function(*arguments, **keywords)
        for name, old in before.items():
            if given[name].tobytes() != old.tobytes():
                raise CheckFailed(
                    f"argument {name} was changed in place: build a new array (write a = a - b, not a -= b)"
                )

    def raises(self, kind, call, otherwise):
        """Require that `call()` raises `kind`."""
        try:
            call()
        except kind:
            return
        raise CheckFailed(otherwise)

    def note(self, text):
        """Add a line that is shown whether the check passes or not."""
        self._current.lines.append(text)

    def _hold_threshold(self, got, threshold, sign, otherwise):
        measured = float(got() if callable(got) else got)
        margin = sign * (measured - threshold)
        if np.isfinite(margin):
            self._current.margins.append({"measured": measured, "threshold": float(threshold), "margin": margin})
        if not margin >= 0:  # NaN reaches nothing
            wanted = "at least" if sign > 0 else "at most"
            raise CheckFailed(f"{otherwise} (measured {shown(measured)}, required {wanted} {shown(threshold)})")

    def score(self):
        """Print the report and return the points earned: a float between 0 and `points`, rounded to cents."""
        earned = self._earned()
        _publish("\n".join(self._report(earned)), self._record(earned))
        return earned

    def _earned(self):
        counting = [result for result in self.results if result.weight] or self.results
        if not any(result.passed and not result.form for result in counting):
            return 0.0
        shares = np.array([result.weight or 1.0 for result in counting])
        passed = np.array([result.passed for result in counting])
        return min(self.points, float(round(self.points * (shares @ passed) / shares.sum(), 2)))

    def _report(self, earned):
        passed = sum(result.passed for result in self.results)
        only_reminders = self.results and not any(result.weight for result in self.results)
        points = f"{self.points:g} points after grading" if only_reminders else f"{earned:g} of {self.points:g} points"
        yield f"{self.title} · {passed} of {len(self.results)} checks passed · {points}"
        for result in self.results:
            yield from result.report()

    def _record(self, earned):
        return {
            "title": self.title,
            "points": self.points,
            "earned": earned,
            "checks": [
                {
                    "name": result.name,
                    "passed": result.passed,
                    "form": result.form,
                    "mistake": result.mistake,
                    "lines": result.lines,
                    **({"margins": result.margins} if result.margins else {}),
                }
                for result in self.results
            ],
        }


def _recognise(result, mistakes, rtol, atol):
    """The first listed mistake that gives this result, None when none does."""
    for looks_like, wrong in mistakes.items():
        if explain_mismatch(result, wrong, rtol=rtol, atol=atol) is None:
            return looks_like
    return None


def _in_wrong_order(result, want, names, rtol, atol):
    """What to say when these are the right values in another order, None when they are not."""
    if not isinstance(want, tuple) or len(want) > MOST_REORDERED:
        return None
    for order in islice(permutations(want), 1, None):
        if explain_mismatch(result, order, rtol=rtol, atol=atol) is None:
            return "the right values in the wrong order: return " + (", ".join(names) or "them as the docstring says")
    return None


def _publish(text, record):
    """Show the report; inside IPython also the record, in the same output."""
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        get_ipython = lambda: None
    if get_ipython() is None:
        print(text)
    else:
        display({"text/plain": text, RECORD_MIME: record}, raw=True)
