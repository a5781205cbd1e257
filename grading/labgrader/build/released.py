"""`released.json`: which versions of which labs have been published, with a hash of what students got.

`labgrader publish` adds entries; `labgrader build` refuses a lab that has changed under a published version.
"""

from __future__ import annotations

import dataclasses
import fnmatch
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from ..course import Course, notebook_name
from ..errors import LabgraderError
from .script import digest

RECORD = "released.json"
HASH_LENGTH = 16
FIELDS = {
    "lab": r"\S+",
    "version": r"\d+\.\d+\.\d+",
    "hash": rf"[0-9a-f]{{{HASH_LENGTH}}}",
    "date": r"\d{4}-\d\d-\d\d",
}
NOT_PACKED = (".*", "__pycache__", "*.pyc", "*.egg-info", "build", "dist")


@dataclass(frozen=True)
class Edition:
    """A version of a lab, and the hash of what students get."""

    lab: str
    version: str
    hash: str


@dataclass(frozen=True)
class Entry(Edition):
    """An edition and the date on which it was first published."""

    date: str


@dataclass(frozen=True)
class Record:
    """The entries of `released.json`, each version of a lab once."""

    entries: tuple[Entry, ...] = ()

    def objection(self, edition: Edition) -> str | None:
        """Why this edition cannot be given to students; None if it can.

        It must either be one that is recorded, unchanged, or have a higher version than all of them.
        """
        recorded = {entry.version: entry for entry in self.entries if entry.lab == edition.lab}
        newest = max(recorded, key=version_key, default=None)
        same = recorded.get(edition.version)
        if newest is None or version_key(edition.version) > version_key(newest):
            return None
        if same and same.hash == edition.hash:
            return None
        if same:
            reason = f"it differs from version {edition.version} as published on {same.date}"
        else:
            reason = f"version {edition.version} is lower than {newest}, published on {recorded[newest].date}"
        script = f"labs/{edition.lab}/{notebook_name(edition.lab)}.py"
        return (
            f"{reason} ({RECORD}); raise `version` in the header of {script} above {newest} "
            f"and run `labgrader build {edition.lab}`."
        )

    def missing(self, editions: Iterable[Edition]) -> list[Edition]:
        """The editions that are not recorded yet."""
        recorded = {(entry.lab, entry.version) for entry in self.entries}
        return [edition for edition in editions if (edition.lab, edition.version) not in recorded]

    def extended(self, editions: Iterable[Edition], date: str) -> Record:
        """This record with an entry for each edition that it does not have yet."""
        added = (Entry(**dataclasses.asdict(edition), date=date) for edition in self.missing(editions))
        return Record((*self.entries, *added))

    def text(self) -> str:
        """The content of the file: sorted, one line per entry."""
        entries = sorted(self.entries, key=lambda entry: (entry.lab, version_key(entry.version)))
        lines = ",\n".join(f" {json.dumps(dataclasses.asdict(entry), ensure_ascii=False)}" for entry in entries)
        return f"[\n{lines}\n]\n"


def read_record(course: Course) -> Record:
    """What the course has published; nothing if there is no file."""
    path = course.root / RECORD
    try:
        return parse_record(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Record()
    except (OSError, ValueError) as error:
        raise LabgraderError(f"{path} is not a valid record ({error}); correct it or restore it from git.") from error


def parse_record(text: str) -> Record:
    """The record in a text; ValueError if it is malformed."""
    values = json.loads(text)
    if not isinstance(values, list):
        raise ValueError("it must be a list of entries")
    entries = tuple(map(parse_entry, values))
    for (lab, version), count in Counter((entry.lab, entry.version) for entry in entries).items():
        if count > 1:
            raise ValueError(f"{lab} {version} has {count} entries instead of one")
    return Record(entries)


def parse_entry(value: object) -> Entry:
    """One entry; ValueError if it is malformed."""
    if not isinstance(value, dict) or value.keys() != FIELDS.keys():
        raise ValueError(f"{json.dumps(value)} must have exactly {', '.join(FIELDS)}")
    for name, pattern in FIELDS.items():
        if not isinstance(value[name], str) or not re.fullmatch(pattern, value[name], re.ASCII):
            raise ValueError(f"{json.dumps(value)} has an invalid {name}")
    return Entry(**value)


def is_version(value: object) -> TypeGuard[str]:
    """Whether this is a version like 1.0.0."""
    return isinstance(value, str) and bool(re.fullmatch(FIELDS["version"], value, re.ASCII))


def version_key(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 1.10.0 comes after 1.9.0."""
    return tuple(map(int, version.split(".")))


def packable_files(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by their path in it; no hidden or compiled ones, and no links."""
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        ignored = any(fnmatch.fnmatch(part, pattern) for part in parts for pattern in NOT_PACKED)
        if path.is_file() and not path.is_symlink() and not ignored:
            found["/".join(parts)] = path.read_bytes()
    return found


def release_hash(files: Mapping[str, bytes]) -> str:
    """The hash of a lab's release: its notebook and all files beside it, by their path in the lab's folder.

    It covers what students get and nothing else, so that a corrected solution or hidden test needs no new version.
    """
    contents = {
        path: notebook_content(content) if path.endswith(".ipynb") else hashlib.sha256(content).hexdigest()
        for path, content in files.items()
    }
    return digest(contents, HASH_LENGTH)


def notebook_content(text: bytes) -> Any:
    """A released notebook as data, independent of its formatting and line ends.

    The hash of its source is left out: it depends on solutions and hidden tests.
    """
    content = json.loads(text)
    content["metadata"].get("labgrader", {}).pop("content_hash", None)
    return content
