"""What a course allows a notebook to use."""

from __future__ import annotations

import dataclasses

from ..errors import LabgraderError
from ..job import Limits
from .converter import Converter


def limits_of(converter: Converter) -> Limits:
    """The seconds a cell may take are nbgrader's `c.Execute.timeout`; `c.Limits.memory_mib = 4096` sets any other."""
    seconds = converter.execute.timeout
    chosen = {"cell_seconds": float(seconds if seconds and seconds > 0 else Limits.wall_seconds)}
    chosen |= dict(converter.session.config.Limits)
    known = [limit.name for limit in dataclasses.fields(Limits)]
    for name in chosen:
        if name not in known:
            raise LabgraderError(
                f"{converter.session.course.config_file} sets c.Limits.{name}, which does not exist; "
                f"there are {', '.join(known)}."
            )
    return Limits(**chosen)
