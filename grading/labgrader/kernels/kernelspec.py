"""The kernelspec `python3` of this environment, with warm starts."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ipykernel.kernelspec import KERNEL_NAME, get_kernel_dict, write_kernel_spec
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

from ..errors import LabgraderError

PROVISIONER = "labgrader-warm"


def install(modules: Sequence[str], environment: Mapping[str, str], prefix: str = sys.prefix) -> Path:
    """Replace the environment's kernelspec; `python -m ipykernel install --sys-prefix` restores an ordinary one.

    Raises LabgraderError if the environment is not writable.
    """
    ordinary = get_kernel_dict()
    provisioner = {"provisioner_name": PROVISIONER, "config": {"modules": list(modules)}}
    changes = {
        # Not this Python's full path: jupyter_client then uses its own, even in an environment that was moved.
        "argv": ["python", *ordinary["argv"][1:]],
        "env": dict(environment),
        "metadata": {**ordinary["metadata"], "kernel_provisioner": provisioner},
    }
    with tempfile.TemporaryDirectory() as folder:
        source = write_kernel_spec(Path(folder, KERNEL_NAME), overrides=changes)
        try:
            # Makes new files: those of the wheel may be hard links to the cache of the installer.
            return Path(KernelSpecManager().install_kernel_spec(source, KERNEL_NAME, prefix=prefix))
        except OSError as error:
            raise LabgraderError(
                f"The kernel cannot be installed in {prefix} ({error.strerror}): make an environment of your own first."
            ) from error


def modules_of(spec: KernelSpec) -> list[str]:
    """The modules that the templates of a kernelspec import; none for an ordinary kernelspec."""
    modules: list[str] = spec.metadata.get("kernel_provisioner", {}).get("config", {}).get("modules", [])
    return modules
