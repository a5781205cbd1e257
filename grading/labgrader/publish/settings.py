"""What a course says about its bundle in nbgrader_config.py."""

from __future__ import annotations

import tomllib
from urllib.parse import urlsplit

from traitlets import Unicode
from traitlets.config import Config, Configurable

from ..course import Course
from ..errors import LabgraderError


class Publish(Configurable):
    """`c.Publish.repository = "https://…"` and so on."""

    package = Unicode("shared", help="The folder of the package that notebooks import.").tag(config=True)
    version = Unicode(
        "", help="The bundle's version; by default that of the project in the course's pyproject.toml."
    ).tag(config=True)
    repository = Unicode(
        "",
        help="The address of a git repository that students may read and that holds the unpacked bundle (or this "
        "course, if its solutions may be seen). Unset, no links are printed: only the course knows this address.",
    ).tag(config=True)
    branch = Unicode("main", help="The branch of that repository.").tag(config=True)
    hub = Unicode("", help="The address of a JupyterHub with nbgitpuller, for a link that fetches the labs.").tag(
        config=True
    )


def settings_of(course: Course, config: Config) -> Publish:
    """The course's settings, its version filled in; LabgraderError when one is unknown or cannot be."""
    known = Publish.class_trait_names(config=True)
    for name in config.Publish:
        if name not in known:
            raise LabgraderError(
                f"{course.config_file} sets c.Publish.{name}, which does not exist; there are {', '.join(known)}."
            )
    settings = Publish(config=config)
    for name in ("repository", "hub"):
        address = getattr(settings, name)
        parts = urlsplit(address)
        if address and (parts.scheme != "https" or not parts.hostname or parts.username or parts.query):
            raise LabgraderError(
                f"c.Publish.{name} in {course.config_file} is {address!r}: give a plain https address, without a user."
            )
    settings.version = settings.version or project_version(course)
    return settings


def project_version(course: Course) -> str:
    """The version in the course's pyproject.toml."""
    path = course.root / "pyproject.toml"
    try:
        version = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        version = None
    if not isinstance(version, str):
        raise LabgraderError(
            f"The bundle has no version: set c.Publish.version in {course.config_file}, or project.version in {path}."
        )
    return version
