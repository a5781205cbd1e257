"""Verify graders: every answer of the bank, and mutants of the solutions, against the test cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from .. import notebook
from ..course import Course
from ..engine.executors import modules_and_variables
from ..errors import LabgraderError
from ..job import TIMEOUT
from .bank import Answer, Bank, sample_of_answers
from .benches import Batch, Benches
from .case import Case
from .equivalents import Equivalents, read_equivalents
from .exercises import Exercise, exercises_of, has_seed
from .findings import Findings, find
from .judge import judge_trial
from .mutant_findings import MutantTrials, refuse_weak_visible_checks
from .mutants import mutants_of, sample
from .trial import OutcomeStore, Trial, TrialInputs

BATCH = 12  # answers tried from one set-up: few enough for the workers to end together

OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Subject:
    """An exercise to verify: itself under each value of SEED, its lab's bank, and the files beside its notebook."""

    lab: str
    by_seed: tuple[Exercise, ...]
    bank: Bank
    files: dict[str, bytes]
    wrong_per_check: int | None

    @property
    def exercise(self) -> Exercise:
        """The exercise under the first seed."""
        return self.by_seed[0]

    @cached_property
    def answers(self) -> list[Answer]:
        """What of the bank is tried on it."""
        answers = self.bank.answers(self.exercise.name)
        return answers if self.wrong_per_check is None else sample_of_answers(answers, self.wrong_per_check)

    @property
    def equivalents(self) -> Equivalents:
        """The mutants that the bank lists as equivalent."""
        return read_equivalents(self.bank.folder / self.exercise.name)

    def cases(self) -> Iterator[Case]:
        """The solution and every answer, and once more the hardcoded one against what students see.

        Chance must not fail a right answer, so they are tried under every seed; the wrong ones take the seeds in turn.
        """
        for seed, exercise in enumerate(self.by_seed):
            yield Case(exercise, exercise.solution, seed=seed)
            for number, answer in enumerate(self.answers):
                if not answer.is_right and number % len(self.by_seed) != seed:
                    continue
                yield Case(exercise, answer.source, answer=answer, seed=seed)
                if answer.is_hardcoded and exercise.hides_tests:
                    yield Case(exercise.visible(), answer.source, answer=answer, seed=seed, only_visible=True)


def verify(
    course: Course,
    labs: Iterable[str] = (),
    *,
    bank: Path | None = None,
    wrong_per_check: int | None = None,
    seeds: int = 1,
    mutants: bool | int = False,
    workers: int | None = None,
    store: OutcomeStore | None = None,
    on_progress: OnProgress = lambda doing, done, total: None,
) -> list[Findings]:
    """Findings for each exercise of the labs.

    bank: the folder of answers, by default `tests/answers` of the course.
    wrong_per_check: how many of the wrong answers that name the same check are tried, always the same ones; all by
    default. Right answers and `wrong_hardcoded` are always tried.
    seeds: how many values of SEED, from 0; right answers are tried under all, wrong ones take turns.
    mutants: whether to try mutants of the solutions too; a number tries a fixed sample of so many per exercise.
    store: where outcomes of trials are kept between runs. Judging is always done anew. The outcomes of an exercise with
    a gap are not kept, nor those of trials that ran out of time.
    on_progress: called with what is being done, how much of it is done, and how much there is.
    Raises LabgraderError where there is no bank, or a file in it cannot be used.
    """
    names = course.gradable_labs(labs)
    bank = bank or course.root / "tests" / "answers"
    if not bank.is_dir():
        raise LabgraderError(f"There is no answer bank {bank}: make it, or name another with --bank DIR.")
    subjects = [
        subject for lab in names for subject in _subjects(course, lab, Bank(bank / lab), seeds, wrong_per_check)
    ]
    trials = _Trials(Benches(*modules_and_variables(course, names), workers), store, on_progress)
    todo = [(subject, case) for subject in subjects for case in subject.cases()]
    trials.judge(todo, "answers")
    findings = [find(subject.lab, [case for other, case in todo if other is subject]) for subject in subjects]
    if mutants is not False:
        _try_mutants(subjects, findings, mutants, trials)
    trials.keep([subject for subject, found in zip(subjects, findings, strict=True) if not found.gaps])
    return findings


def _subjects(course: Course, lab: str, bank: Bank, seeds: int, wrong_per_check: int | None) -> list[Subject]:
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
        subjects += [Subject(lab, same, bank, files, wrong_per_check) for same in zip(*by_seed, strict=True)]
    bank.refuse_unknown([subject.exercise.name for subject in subjects])
    return subjects


def _try_mutants(subjects: list[Subject], findings: list[Findings], size: bool | int, trials: _Trials) -> None:
    """Mutants against what students see, the survivors against everything, and the proofs of those listed."""
    of_subjects = []
    for subject, found in zip(subjects, findings, strict=True):
        every = mutants_of(subject.exercise.marked_solution)
        tried = every if size is True else sample(every, size)
        of_subjects.append(MutantTrials(subject.exercise, tried, subject.equivalents, found.solution_seconds))
    for doing, cases_of in (
        ("mutants on visible checks", MutantTrials.visible_cases),
        ("mutants on all checks", MutantTrials.full_cases),
        ("proofs of equivalence", MutantTrials.proofs),
    ):
        todo = [(subject, case) for subject, own in zip(subjects, of_subjects, strict=True) for case in cases_of(own)]
        trials.judge(todo, doing)
    for own, found in zip(of_subjects, findings, strict=True):
        own.report(found, is_sample=size is not True)
    if size is True:
        refuse_weak_visible_checks(findings)


class _Trials:
    """Tries cases, or takes their outcomes from the store, and judges them."""

    def __init__(self, benches: Benches, store: OutcomeStore | None, on_progress: OnProgress):
        self._benches = benches
        self._store = store
        self._on_progress = on_progress
        self._tried: list[tuple[Subject, Case]] = []

    def judge(self, todo: list[tuple[Subject, Case]], doing: str) -> None:
        """Give every case its judgement."""
        untried = []
        for subject, case in todo:
            stored = self._store.get(self._inputs(subject, case)) if self._store else None
            if stored is None:
                untried.append((subject, case))
            else:
                case.outcome = stored
        self._try(untried, doing)
        for _, case in todo:
            case.judgement = judge_trial(case.exercise, case.outcome)

    def keep(self, subjects: list[Subject]) -> None:
        """Store the outcomes of the cases that were tried for some exercises."""
        if self._store is None:
            return
        for subject, case in self._tried:
            if any(subject is one for one in subjects) and all(cell.status != TIMEOUT for cell in case.outcome):
                self._store.put(self._inputs(subject, case), case.outcome)

    def _try(self, todo: list[tuple[Subject, Case]], doing: str) -> None:
        if not todo:
            return
        self._tried += todo
        batches = []
        # A set-up serves the cases that come from the same state.
        for _, same in groupby(todo, key=lambda one: (id(one[0]), one[1].seed)):
            cases = list(same)
            batches += [cases[start : start + BATCH] for start in range(0, len(cases), BATCH)]
        runs = self._benches.run(_batch(batch) for batch in batches)
        for done, (batch, outcomes) in enumerate(zip(batches, runs, strict=True), start=1):
            for (_, case), outcome in zip(batch, outcomes, strict=True):
                case.outcome = outcome
            self._on_progress(doing, done, len(batches))

    def _inputs(self, subject: Subject, case: Case) -> TrialInputs:
        benches = self._benches
        return TrialInputs(benches.modules, benches.environment, subject.files, case.exercise.before, case.cells)


def _batch(batch: list[tuple[Subject, Case]]) -> Batch:
    subject, first = batch[0]
    trials = tuple(Trial(case.cells, case.seconds) for _, case in batch)
    return Batch(f"{subject.lab} · {first.exercise.name}", first.exercise.before, trials, subject.files)
