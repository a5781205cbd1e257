"""Reading an untrusted zip: nothing is unpacked, files are read one by one."""

from __future__ import annotations

import contextlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..errors import LabgraderError

ENCRYPTED = 0x1


class Unreadable(Exception):
    """Why a file in a zip cannot be read, in a few words."""


@dataclass(frozen=True)
class Member:
    """A file in a zip."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """Its path in the zip, with slashes."""
        return self.info.filename.replace("\\", "/")

    @property
    def seconds(self) -> float:
        """Its time of modification, read as local time; 0 if it is unknown."""
        try:
            return datetime(*self.info.date_time).timestamp()
        except (ValueError, OverflowError, OSError):
            return 0.0

    def read(self, most_bytes: int) -> bytes:
        """Its content; raises Unreadable unless it is an ordinary file of at most that size."""
        kind = stat.S_IFMT(self.info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise Unreadable("it is a link or a device, not a file")
        if self.info.flag_bits & ENCRYPTED:
            raise Unreadable("it is encrypted")
        try:
            with self.archive.open(self.info) as file:
                content = file.read(most_bytes + 1)  # the size in the zip's directory may be wrong
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise Unreadable(f"it is damaged ({error})") from error
        if len(content) > most_bytes:
            raise Unreadable(f"it is larger than {most_bytes / 1e6:.0f} MB")
        return content


@contextlib.contextmanager
def open_zip(path: Path) -> Iterator[list[Member]]:
    """The files of a zip, sorted by name, without folders and what macOS adds; raises LabgraderError."""
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise LabgraderError(f"There is no file {path}; check the name.") from None
    except (zipfile.BadZipFile, OSError) as error:
        raise LabgraderError(f"{path} is not a readable zip ({error}); download it again.") from error
    with archive:
        members = [Member(archive, info) for info in archive.infolist() if not info.is_dir()]
        yield sorted((one for one in members if not one.name.startswith("__MACOSX/")), key=lambda one: one.name)
