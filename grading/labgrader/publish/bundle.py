"""The student bundle: released notebooks, the package they import, versions, and how to begin."""

from __future__ import annotations

import io
import os
import string
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from .. import notebook
from ..build.manifest import MANIFEST, Manifest, read_manifest, to_text
from ..build.release import load_config
from ..build.released import RECORD, Edition, is_version, packable_files, read_record, release_hash
from ..course import Course
from ..errors import LabgraderError
from .leaks import leaks
from .links import links
from .requirements import conda_environment, requirements
from .settings import Publish, settings_of

README = "README.md"
# The earliest date a zip knows: the archive may not depend on when and where it was packed.
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Bundle:
    """A student bundle: its name, its labs, and its files by path."""

    name: str
    editions: list[Edition]
    files: dict[str, bytes]

    @property
    def labs(self) -> list[str]:
        """The names of its labs."""
        return [edition.lab for edition in self.editions]

    def archive(self) -> bytes:
        """The zip, the same bytes for the same files; stored, since compressors differ between machines."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for path, content in sorted(self.files.items()):
                entry = zipfile.ZipInfo(f"{self.name}/{path}", EPOCH)
                entry.create_system, entry.external_attr = 3, 0o100644 << 16
                archive.writestr(entry, content)
        return buffer.getvalue()


def publish(course: Course, selection: Iterable[str], folder: Path) -> tuple[Path, Bundle, list[Edition]]:
    """Write the bundle of some labs (all when none is selected) into a folder, then record it in the course.

    Returns the file, the bundle, and the editions that were not recorded before. Raises LabgraderError when something
    in the bundle is not for students, when a release is not the one that the source gives, when a lab differs from the
    recorded one of its version, or when another bundle of this version is there already.
    """
    record = read_record(course)
    bundle = make_bundle(course, selection)
    objections = [f"{edition.lab}: {found}" for edition in bundle.editions if (found := record.objection(edition))]
    if objections:
        raise LabgraderError("\n  ".join(["Nothing was published, because", *objections]))
    path, content = folder / f"{bundle.name}.zip", bundle.archive()
    if path.is_file() and path.read_bytes() != content:
        raise LabgraderError(
            f"{path} is there with other content: raise the version, so that students can say which one they have, "
            "or delete the file."
        )
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    if added := record.missing(bundle.editions):
        extended = record.extended(added, date.today().isoformat())
        file = course.root / RECORD
        try:
            write_whole(file, to_bytes(extended.text()))
        except OSError as error:
            raise LabgraderError(
                f"{path} was written, but {file} could not be ({error.strerror}): make it writable and publish again."
            ) from error
    return path, bundle, added


def make_bundle(course: Course, selection: Iterable[str] = ()) -> Bundle:
    """The bundle, checked."""
    config = load_config(course)
    settings = settings_of(course, config)
    course_id = config.CourseDirectory.get("course_id", "") or course.root.name
    labs = course.gradable_labs(selection)
    refuse_stale(course, labs)
    manifest: Manifest = {
        "labs": {lab: about for lab, about in read_manifest(course.release)["labs"].items() if lab in labs}
    }
    name = f"{course_id}-{settings.version}"
    files = {f"{course.release.name}/{MANIFEST}": to_bytes(to_text(manifest))}
    releases = {lab: packable_files(course.release / lab) for lab in labs}
    for lab, packed in releases.items():
        files |= {f"{course.release.name}/{lab}/{path}": content for path, content in packed.items()}
    files |= package_files(course, settings)
    files["requirements.txt"] = to_bytes(requirements(course))
    files["environment.yml"] = to_bytes(conda_environment(course, course_id, settings.package))
    if (course.root / "LICENSE").is_file():
        files["LICENSE"] = (course.root / "LICENSE").read_bytes()
    files |= {path.removeprefix("student/"): content for path, content in files_in(course.student, course).items()}
    files[README] = readme(course, settings, name, manifest, files)
    sources = {lab: [notebook.read(path) for path in course.notebooks(lab)] for lab in labs}
    if found := list(dict.fromkeys(leaks(files, sources, course.release.name))):
        raise LabgraderError("\n  ".join(["Nothing was published, because", *found]))
    editions = [
        Edition(lab, version_of(course, lab, sources[lab], manifest), release_hash(releases[lab])) for lab in labs
    ]
    return Bundle(name, editions, files)


def refuse_stale(course: Course, labs: list[str]) -> None:
    """Stop when a release is missing, or was not made from the source that is there."""
    for lab in labs:
        for path in course.notebooks(lab):
            released = course.release / lab / path.name
            source = notebook.read(path)
            if source.metadata.get("labgrader") != made_from(notebook.read(released)):
                raise LabgraderError(f"{released} was not made from {path}: run `labgrader build {lab}`.")
        extra = {path.name for path in (course.release / lab).glob("*.ipynb")} - {p.name for p in course.notebooks(lab)}
        if extra:
            raise LabgraderError(f"No source gives {course.release / lab / min(extra)}: delete it.")


def version_of(course: Course, lab: str, sources: Iterable[NotebookNode], manifest: Manifest) -> str:
    """The version of a lab, on which its notebooks and the manifest must agree."""
    about = manifest["labs"].get(lab)
    versions = {source.metadata.get("labgrader", {}).get("version") for source in sources}
    if about is None or versions != {about["version"]} or not is_version(about["version"]):
        path = course.release / MANIFEST
        raise LabgraderError(f"{path} does not have the version of {lab}: run `labgrader build {lab}`.")
    return about["version"]


def made_from(released: NotebookNode) -> dict[str, Any] | None:
    """What a release says about its source: version and content hash."""
    ours = released.metadata.get("labgrader", {})
    return {key: value for key, value in ours.items() if key != "release"} or None


def package_files(course: Course, settings: Publish) -> dict[str, bytes]:
    """The package that notebooks import, as source that pip installs."""
    folder = course.root / settings.package
    if not (folder / "pyproject.toml").is_file():
        raise LabgraderError(f"There is no package in {folder}: name its folder in c.Publish.package.")
    return files_in(folder, course)


def files_in(folder: Path, course: Course) -> dict[str, bytes]:
    """The files below a folder by their path in the course; no hidden or compiled ones, and no links."""
    prefix = folder.relative_to(course.root).as_posix()
    return {f"{prefix}/{path}": content for path, content in packable_files(folder).items()}


def readme(course: Course, settings: Publish, name: str, manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """The students' README: the course's own text, `student/README.md`, with its placeholders filled in."""
    if README not in files:
        raise LabgraderError(f"There is no {course.student / README}: write what students read first.")
    found = links(settings)
    values = {
        "version": settings.version,
        "folder": name,
        "archive": f"{name}.zip",
        "package": settings.package,
        "labs": labs_table(course, manifest),
        "links": f"Without installing anything:\n\n{found}\n" if found else "",
    }
    try:
        text = string.Template(files[README].decode()).substitute(values)
    except (KeyError, ValueError) as error:
        known = ", ".join(f"${key}" for key in values)
        path = course.student / README
        raise LabgraderError(f"{path} has an unknown placeholder ({error}); there are {known}.") from None
    return to_bytes(text)


def labs_table(course: Course, manifest: Manifest) -> str:
    """A row a lab: notebook, title, version and points."""
    rows = ["| notebook | lab | version | points |", "|---|---|---|---|"]
    for about in manifest["labs"].values():
        nb = notebook.read(course.release / about["notebook"])
        title = notebook.heading_before(nb, 0)
        bonus = f" + {about['bonus_points']:g} bonus" if about["bonus_points"] else ""
        rows.append(f"| `{about['notebook']}` | {title} | {about['version']} | {about['max_points']:g}{bonus} |")
    return "\n".join(rows)


def to_bytes(text: str) -> bytes:
    return text.encode("utf-8")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it, and so that the old one stays if writing fails."""
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(fresh, 0o644)
        os.replace(fresh, path)
    except BaseException:
        os.unlink(fresh)
        raise
