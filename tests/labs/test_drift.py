"""What is committed is what the labs generate."""

import subprocess
import sys
from pathlib import Path

from executions import ROOT


def test_build_check_finds_no_drift():
    command = [Path(sys.executable).parent / "labgrader", "build", "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
