"""Print environment.yml: the versions of uv.lock for conda users, who get Python from conda and the rest through pip.

NumPy and others lock different versions for different Pythons, so the file names one Python: PYTHON below.
"""

import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement

PYTHON = "3.12"
ROOT = Path(__file__).resolve().parent.parent
WORKSPACE_PACKAGES = ("shared", "grading")

HEADER = f"""\
# Made from uv.lock by `make environment.yml`; a test keeps the two in step. Use it with:
#   conda env create --file environment.yml && conda activate deep-learning-labs
name: deep-learning-labs
channels:
  - conda-forge
dependencies:
  - python={PYTHON}
  - pip
  - pip:
"""


# What the three platforms answer to a requirement's marker.
PLATFORMS = {
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    "darwin": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "win32": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
}


def main():
    packages = [f"-e ./{folder}" for folder in WORKSPACE_PACKAGES] + list(locked_requirements())
    print(HEADER + "\n".join(f"      - {package}" for package in packages))


def locked_requirements():
    """The locked third-party versions for PYTHON, as pip lines; a marker remains where platforms differ."""
    uv = Path(sys.prefix) / "bin" / "uv"
    options = ["--locked", "--quiet", "--no-hashes", "--no-emit-workspace", "--no-dev", "--no-annotate", "--no-header"]
    export = subprocess.run([uv, "export", *options], cwd=ROOT, check=True, capture_output=True, text=True)
    for requirement in map(Requirement, export.stdout.splitlines()):
        platforms = [name for name in PLATFORMS if applies(requirement.marker, name)]
        if len(platforms) == len(PLATFORMS):
            yield f"{requirement.name}{requirement.specifier}"
        elif platforms:
            condition = " or ".join(f"sys_platform == '{name}'" for name in platforms)
            yield f"{requirement.name}{requirement.specifier}; {condition}"


def applies(marker, platform):
    python = {"python_version": PYTHON, "python_full_version": f"{PYTHON}.0", "implementation_name": "cpython"}
    return marker is None or marker.evaluate(PLATFORMS[platform] | python)


if __name__ == "__main__":
    main()
