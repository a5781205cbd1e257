"""What has been published before: students must be able to say which version they have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..lab import Lab, Refusal
from ..released import Edition, Record, is_version, packable_files, release_hash


def changed_without_new_version(lab: Lab, folder: Path, record: Record) -> Iterator[Refusal]:
    """A release that differs from the published one of its version, or whose new version is no higher than that."""
    if is_version(lab.version):
        edition = Edition(lab.name, lab.version, release_hash(packable_files(folder)))
        if objection := record.objection(edition):
            yield lab.refusal(objection)
