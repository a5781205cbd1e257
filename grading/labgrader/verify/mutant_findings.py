"""Which mutants the checks kill, and what is to be done about the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .case import Case
from .equivalents import MOST, PROOF_SECONDS, Equivalents, proof_cell
from .exercises import Exercise
from .findings import Findings
from .mutants import Mutant

SHORTEST_SECONDS = 5.0  # what even a mutant of the fastest solution may take
TIMES_THE_SOLUTION = 10
FEWEST_VISIBLE = 0.8  # of a lab's mutants that differ from the solution: students should see most mistakes


@dataclass
class MutantTrials:
    """The mutants of one exercise, in rounds: each takes up what the one before has left."""

    exercise: Exercise
    mutants: list[Mutant]
    equivalents: Equivalents
    solution_seconds: float
    _visible: list[Case] = field(default_factory=list)
    _full: list[Case] = field(default_factory=list)
    _proofs: list[Case] = field(default_factory=list)

    def visible_cases(self) -> list[Case]:
        """Every mutant against what students see."""
        self._visible = [self._case(mutant, self.exercise.visible()) for mutant in self.mutants]
        return self._visible

    def full_cases(self) -> list[Case]:
        """What the visible checks let pass, against everything."""
        self._full = [self._case(mutant, self.exercise) for mutant in _survivors(self.mutants, self._visible)]
        return self._full

    def proofs(self) -> list[Case]:
        """The listed mutants that survived, beside the solution on random inputs; no test cells."""
        alone = replace(self.exercise, between=())
        name, solution = self.exercise.name, self.exercise.solution
        self._proofs = [
            Case(alone, proof_cell(name, solution, mutant, self.equivalents), seconds=PROOF_SECONDS)
            for mutant in self.survivors
            if mutant in self.equivalents
        ]
        return self._proofs

    @property
    def survivors(self) -> list[Mutant]:
        """The mutants that no check kills."""
        return _survivors(_survivors(self.mutants, self._visible), self._full)

    def report(self, findings: Findings, *, is_sample: bool) -> None:
        """Write counts and gaps into the findings on the exercise."""
        listed = [mutant for mutant in self.survivors if mutant in self.equivalents]
        findings.mutants = len(self.mutants)
        findings.killed_visible = len(self.mutants) - len(self._full)
        findings.killed = len(self.mutants) - len(self.survivors)
        findings.equivalent = len(listed)
        gaps = findings.gaps
        for mutant in self.survivors:
            if mutant not in self.equivalents:
                gaps.append(f"no check kills the mutant {mutant}: improve a check, or list it in equivalent.toml")
        for mutant, proof in zip(listed, self._proofs, strict=True):
            if not proof.judgement.ran:
                gaps.append(f"the mutant {mutant} is listed and not equivalent: {proof.judgement.why()}")
        if is_sample:
            return
        alive = {(mutant.line, mutant.becomes) for mutant in self.survivors}
        for line, becomes in self.equivalents.reasons:
            if (line, becomes) not in alive:
                gaps.append(f"equivalent.toml lists {line!r} → {becomes!r}, which is no survivor: remove the entry")
        if len(listed) > MOST * len(self.mutants):
            gaps.append(
                f"{len(listed)} of {len(self.mutants)} mutants are listed as equivalent: at most {MOST:.0%} may be"
            )

    def _case(self, mutant: Mutant, exercise: Exercise) -> Case:
        seconds = max(SHORTEST_SECONDS, TIMES_THE_SOLUTION * self.solution_seconds)
        return Case(exercise, mutant.source, seconds=seconds)


def refuse_weak_visible_checks(findings: list[Findings]) -> None:
    """Add a gap to the weakest exercise of each lab whose visible checks kill too few of its mutants."""
    for lab in dict.fromkeys(one.lab for one in findings):
        own = [(one, one.mutants) for one in findings if one.lab == lab and one.mutants]
        killed = sum(one.killed_visible for one, _ in own)
        different = sum(mutants - one.equivalent for one, mutants in own)
        if killed < FEWEST_VISIBLE * different:
            weakest, _ = min(own, key=lambda pair: pair[0].killed_visible / pair[1])
            weakest.gaps.append(
                f"visible checks kill {killed} of the lab's {different} mutants, and fewest here: "
                f"show students checks that kill at least {FEWEST_VISIBLE:.0%}"
            )


def _survivors(mutants: list[Mutant], cases: list[Case]) -> list[Mutant]:
    """The mutants whose cases earned every point; a broken check kills nothing."""
    return [
        mutant
        for mutant, case in zip(mutants, cases, strict=True)
        if case.judgement.is_full or case.judgement.points is None
    ]
