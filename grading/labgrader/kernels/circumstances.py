"""What child processes inherit: a template serves only programs whose kernels would inherit the same.

An ordinary kernel is a child of the program that starts it; a warm one is a child of the template. It must not escape
the limits of its program, nor have those of another one.
"""

from __future__ import annotations

import fnmatch
import os
import resource
from collections.abc import Iterable, Mapping
from pathlib import Path

STATUS_FIELDS = {
    "Umask", "Uid", "Gid", "Groups", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp",
    "Cpus_allowed", "Mems_allowed",
}  # fmt: skip

# Variables that Python and its libraries read at start-up or import: later changes have no effect.
READ_BY_IMPORTS = (
    "PYTHON*", "LD_*", "LANG", "LANGUAGE", "LC_*", "TZ", "HOME", "TMPDIR", "TEMP", "TMP",
    "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "IPYTHON*", "MALLOC_*", "GLIBC_*",
    "OMP_*", "KMP_*", "GOMP_*", "MKL_*", "OPENBLAS_*", "GOTO_*", "BLIS_*", "NPY_*", "NUMPY_*", "NUMEXPR_*", "NUMBA_*",
    "MPL*", "SCIPY_*", "SKLEARN_*", "TF_*", "TENSORFLOW_*", "KERAS_*", "XLA_*", "ABSL_*", "GRPC_*", "JAX_*",
    "TORCH_*", "PYTORCH_*", "CUDA_*", "NVIDIA_*", "NCCL_*", "CUDNN_*", "HIP_*", "ROCM_*", "ROCR_*",
)  # fmt: skip

# Libraries set these when they are imported, so that a program and a template differ in them by accident only.
SET_BY_IMPORTS = {"KMP_DUPLICATE_LIB_OK", "KMP_INIT_AT_FORK", "TF2_BEHAVIOR"}


def circumstances() -> dict[str, object]:
    """Everything that the children of this process inherit and cannot change freely; raises OSError."""
    status = dict(line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":\t" in line)
    return {
        "status": {name: status[name] for name in sorted(STATUS_FIELDS & status.keys())},
        "hard limits": {name: hard for name, (_, hard) in _limits().items()},
        "priority": os.getpriority(os.PRIO_PROCESS, 0),
        "namespaces": {entry.name: str(entry.readlink()) for entry in sorted(Path("/proc/self/ns").iterdir())},
        "cgroup": Path("/proc/self/cgroup").read_text(),
    }


def soft_limits() -> dict[str, int]:
    """The resource limits of this process that a child of the template can take over."""
    return {name: soft for name, (soft, _) in _limits().items()}


def take_over(soft: Mapping[str, int]) -> None:
    """Set the soft limits of this process to those of another one with the same hard limits."""
    for name, (_, hard) in _limits().items():
        resource.setrlimit(getattr(resource, name), (soft[name], hard))


def read_by_imports(environment: Mapping[str, str], more: Iterable[str] = ()) -> dict[str, str]:
    """The environment variables on which imports depend."""
    patterns = (*READ_BY_IMPORTS, *more)
    return {
        name: value
        for name, value in sorted(environment.items())
        if name not in SET_BY_IMPORTS and any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
    }


def _limits() -> dict[str, tuple[int, int]]:
    names = sorted(name for name in dir(resource) if name.startswith("RLIMIT_"))
    return {name: resource.getrlimit(getattr(resource, name)) for name in names}
