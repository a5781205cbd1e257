"""The resource limits that a course configures."""

from __future__ import annotations

import dataclasses
from typing import Any

from ..errors import LabgraderError
from ..job import Limits
from .converter import Converter


def limits_of(converter: Converter) -> Limits:
    """The limits of a course: `c.Execute.timeout` seconds a cell, as in nbgrader; others as in `c.Limits.memory_mib`.

    Raises LabgraderError for a limit that does not exist.
    """
    seconds = converter.execute.timeout
    chosen: dict[str, Any] = {"cell_seconds": float(seconds if seconds and seconds > 0 else Limits.wall_seconds)}
    chosen |= dict(converter.session.config.Limits)
    known = [limit.name for limit in dataclasses.fields(Limits)]
    for name in chosen:
        if name not in known:
            raise LabgraderError(
                f"{converter.session.course.config_file} sets c.Limits.{name}, which does not exist; "
                f"there are {', '.join(known)}."
            )
    return Limits(**chosen)
