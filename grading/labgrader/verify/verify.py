"""Verify graders: every answer of the bank against the test cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import notebook
from ..course import Course
from ..engine.executors import modules_and_variables
from ..errors import LabgraderError
from .bank import Bank
from .benches import Batch, Benches
from .exercises import Exercise, exercises_of, has_seed
from .findings import Case, Findings, find
from .judge import judge_trial
from .trial import Trial

ANSWER_SECONDS = 120.0
BATCH = 12  # answers tried from one set-up: few enough for the workers to end together


@dataclass(frozen=True)
class Subject:
    """An exercise to verify: itself under each seed, its answers, and the files beside its notebook."""

    lab: str
    by_seed: dict[int, Exercise]
    bank: Bank
    files: dict[str, bytes]

    @property
    def name(self) -> str:
        """Its grade id."""
        return next(iter(self.by_seed.values())).name


def verify(
    course: Course,
    labs: Iterable[str] = (),
    *,
    bank: Path | None = None,
    seeds: int = 1,
    workers: int | None = None,
    on_progress: Callable[[str, int, int], None] = lambda doing, done, total: None,
) -> list[Findings]:
    """Findings for each exercise of the labs.

    bank: the folder of answers, by default `tests/answers` of the course. seeds: how many values of SEED, from 0.
    on_progress: hears what is being done, how much of it is done, and how much there is.
    """
    names = course.gradable_labs(labs)
    bank = bank or course.root / "tests" / "answers"
    if not bank.is_dir():
        raise LabgraderError(f"There is no answer bank {bank}: make it, or name another with --bank DIR.")
    subjects = [subject for lab in names for subject in _subjects(course, lab, Bank(bank / lab), seeds)]
    benches = Benches(*modules_and_variables(course, names), workers)
    return list(_try_answers(subjects, benches, on_progress))


def _subjects(course: Course, lab: str, bank: Bank, seeds: int) -> list[Subject]:
    folder = course.source / lab
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".ipynb"
    }
    subjects = []
    for path in course.notebooks(lab):
        nb = notebook.read(path)
        by_seed = [exercises_of(nb, seed) for seed in range(seeds if has_seed(nb) else 1)]
        subjects += [Subject(lab, dict(enumerate(same)), bank, files) for same in zip(*by_seed, strict=True)]
    bank.refuse_unknown([subject.name for subject in subjects])
    return subjects


def _try_answers(
    subjects: list[Subject], benches: Benches, on_progress: Callable[[str, int, int], None]
) -> Iterator[Findings]:
    cases = {subject.name: list(_cases(subject)) for subject in subjects}
    todo = [
        (subject, batch)
        for subject in subjects
        for same in _by_seed(cases[subject.name])
        for batch in _batched(same, BATCH)
    ]
    done = 0
    for (_, batch), outcomes in zip(todo, benches.run(_batch(*one) for one in todo), strict=True):
        for case, outcome in zip(batch, outcomes, strict=True):
            case.judgement = judge_trial(case.exercise, outcome)
        done += 1
        on_progress("answers", done, len(todo))
    for subject in subjects:
        yield find(subject.lab, cases[subject.name])


def _cases(subject: Subject) -> Iterator[Case]:
    """The solution and every answer, and once more the hardcoded one against what students see."""
    answers = subject.bank.answers(subject.name)
    for seed, exercise in subject.by_seed.items():
        yield from (Case(answer, seed, exercise) for answer in (None, *answers))
        if exercise.hides_tests:
            yield from (Case(answer, seed, exercise.visible(), True) for answer in answers if answer.is_hardcoded)


def _batch(subject: Subject, cases: list[Case]) -> Batch:
    trials = tuple(
        Trial((case.source, *(cell.source for cell in case.exercise.between)), ANSWER_SECONDS) for case in cases
    )
    return Batch(f"{subject.lab} · {subject.name}", cases[0].exercise.before, trials, subject.files)


def _by_seed(cases: list[Case]) -> list[list[Case]]:
    return [[case for case in cases if case.seed == seed] for seed in dict.fromkeys(case.seed for case in cases)]


def _batched(cases: list[Case], size: int) -> list[list[Case]]:
    return [cases[start : start + size] for start in range(0, len(cases), size)]
