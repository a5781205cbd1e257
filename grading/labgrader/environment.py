"""The Python environment labgrader runs in."""

from __future__ import annotations

import os
import sysconfig


def put_programs_on_path() -> None:
    """Let subprocesses find the environment's programs even if it is not activated: nbgrader calls `alembic`."""
    scripts = sysconfig.get_path("scripts")
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in folders:
        os.environ["PATH"] = os.pathsep.join([scripts, *folders])
