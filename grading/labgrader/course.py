"""The folders and files of an nbgrader course."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from .errors import LabgraderError

CONFIG_FILE = "nbgrader_config.py"


class Course:
    """A course folder, which contains `nbgrader_config.py` and nbgrader's folders; raises LabgraderError for others."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()
        if not (self.root / CONFIG_FILE).is_file():
            raise LabgraderError(f"No course in {self.root}: it holds no {CONFIG_FILE}; choose one with --course DIR.")

    @classmethod
    def find(cls, start: Path | None = None) -> Course:
        """The course that contains a folder (by default the working directory); raises LabgraderError if none does."""
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / CONFIG_FILE).is_file():
                return cls(folder)
        raise LabgraderError(
            f"No course around {start}: no {CONFIG_FILE} there or above; change into the course or pass --course DIR."
        )

    @property
    def config_file(self) -> Path:
        """nbgrader's configuration of this course."""
        return self.root / CONFIG_FILE

    @property
    def labs(self) -> Path:
        """The percent scripts, which authors edit."""
        return self.root / "labs"

    @property
    def source(self) -> Path:
        """The instructor's notebooks, generated from `labs`."""
        return self.root / "source"

    @property
    def release(self) -> Path:
        """The students' notebooks, generated from `source`."""
        return self.root / "release"

    @property
    def student(self) -> Path:
        """The student bundle's files besides the labs: its README, and nbgrader's configuration for students."""
        return self.root / "student"

    @property
    def solutions(self) -> Path:
        """The solved and executed notebooks, generated from `source`."""
        return self.root / "solutions"

    @property
    def submitted(self) -> Path:
        """What students handed in: `<student>/<lab>/<name>.ipynb`."""
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        """The executed submissions."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """The pages for students."""
        return self.root / "feedback"

    @property
    def gradebook(self) -> Path:
        """nbgrader's database of marks."""
        return self.root / "gradebook.db"

    @property
    def private(self) -> Path:
        """Working files of labgrader itself, ignored by git."""
        return self.root / ".labgrader"

    def lab_names(self, selection: Iterable[str] = ()) -> list[str]:
        """All labs in order, or the selected ones; a lab is a folder in `labs` with its percent script.

        Raises LabgraderError for an unknown lab, and if there are no labs.
        """
        known = sorted(
            folder.name for folder in self.labs.glob("*/") if (folder / f"{notebook_name(folder.name)}.py").is_file()
        )
        if not known:
            raise LabgraderError(f"No labs in {self.labs}: a lab is a script labs/<lab>/<name>.py; add one.")
        return _selected(known, selection, self.labs)

    def gradable_labs(self, selection: Iterable[str] = ()) -> list[str]:
        """All labs in order, or the selected ones, with a notebook for nbgrader: `source/<lab>/*.ipynb`.

        Raises LabgraderError for an unknown lab, and if there are no notebooks.
        """
        known = sorted({path.parent.name for path in self.source.glob("*/*.ipynb")})
        if not known:
            raise LabgraderError(f"No notebooks in {self.source}/<lab>: run `labgrader build` first.")
        return _selected(known, selection, self.source)

    def notebooks(self, lab: str) -> list[Path]:
        """The instructor's notebooks of a lab; this course has one per lab, nbgrader allows several."""
        return sorted((self.source / lab).glob("*.ipynb"))

    def script(self, lab: str) -> Path:
        """The percent script of a lab."""
        return self.labs / lab / f"{notebook_name(lab)}.py"


def _selected(known: list[str], selection: Iterable[str], folder: Path) -> list[str]:
    """The selected ones of the known labs, all when none is selected."""
    selected = set(selection)
    for name in sorted(selected - set(known)):
        raise LabgraderError(f"No lab called {name!r} in {folder}: did you mean {closest(name, known)!r}?")
    return [name for name in known if not selected or name in selected]


def closest(name: str, known: list[str]) -> str:
    """The known name most similar to a name."""
    return (difflib.get_close_matches(name, known, n=1, cutoff=0) or known)[0]


def notebook_name(lab: str) -> str:
    """The name of a lab's notebook: the lab without its number, "02_optimizers" → "optimizers"."""
    return re.sub(r"^\d+_", "", lab)
