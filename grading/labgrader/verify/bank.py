"""The answer bank: right and wrong answers to each exercise, in plain Python files that say what they are.

`<bank>/<lab>/<exercise>/right_*.py` must earn every point. `wrong_*.py` must lose points, and its docstring names the
check that has to fail and a phrase of the hint that has to be shown:

    \"\"\"The gradient is added.

    check: one step downhill
    hint: that step goes uphill
    \"\"\"
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..course import closest
from ..errors import LabgraderError

RIGHT = "right_"
WRONG = "wrong_"
HARDCODED = "wrong_hardcoded"
FIELD = re.compile(r"^(check|hint): *(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One file of the bank."""

    exercise: str
    name: str
    source: str
    title: str
    check: str = ""
    hint: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it must earn every point."""
        return self.name.startswith(RIGHT)

    @property
    def is_hardcoded(self) -> bool:
        """Whether it holds exactly what the visible checks want."""
        return self.name == HARDCODED


@dataclass(frozen=True)
class Bank:
    """The answers to one lab."""

    folder: Path

    @cached_property
    def exercises(self) -> list[str]:
        """The exercises that have a folder."""
        return sorted(path.name for path in self.folder.glob("*/") if not path.name.startswith(("_", ".")))

    def answers(self, exercise: str) -> list[Answer]:
        """The answers to an exercise, the right ones first."""
        return [read_answer(path) for path in sorted((self.folder / exercise).glob("*.py")) if _is_answer(path)]

    def refuse_unknown(self, exercises: list[str]) -> None:
        """Refuse a folder that is named after no exercise of the lab."""
        for name in sorted(set(self.exercises) - set(exercises)):
            hint = f"did you mean {closest(name, exercises)!r}?" if exercises else "it has no exercise at all."
            raise LabgraderError(f"{self.folder / name} is named after no exercise of {self.folder.name}: {hint}")


def sample_of_answers(answers: list[Answer], wrong_per_check: int) -> list[Answer]:
    """The right answers, `wrong_hardcoded`, and so many wrong answers for each named check, always the same ones."""
    tried: Counter[str] = Counter()
    chosen = {answer.name for answer in answers if answer.is_right or answer.is_hardcoded}
    for answer in sorted(answers, key=lambda one: hashlib.sha256(one.name.encode()).digest()):
        if answer.name not in chosen and tried[answer.check] < wrong_per_check:
            chosen.add(answer.name)
            tried[answer.check] += 1
    return [answer for answer in answers if answer.name in chosen]


def read_answer(path: Path) -> Answer:
    """Read an answer; a wrong one without `check:` and `hint:` is an error."""
    try:
        source = path.read_text(encoding="utf-8")
        title = ast.get_docstring(ast.parse(source)) or ""
    except (UnicodeDecodeError, SyntaxError) as error:
        raise LabgraderError(f"{path} is not Python ({error}); correct it.") from None
    fields = dict(FIELD.findall(title))
    if not title:
        raise LabgraderError(f"{path} does not say what it is: begin it with a docstring of one line.")
    if path.name.startswith(WRONG) and set(fields) != {"check", "hint"}:
        raise LabgraderError(
            f"{path} does not say how it is caught: name the failing check and a phrase of its hint in the docstring, "
            "in lines that begin with `check:` and `hint:`."
        )
    return Answer(path.parent.name, path.stem, source, title.splitlines()[0], **fields)


def _is_answer(path: Path) -> bool:
    return path.name.startswith((RIGHT, WRONG))
